using Regent.Operations.Ports;

namespace Regent.Targets.Scim;

/// <summary>How Regent signs in to an application: a token, a name and password, or a token it fetches as an OAuth client.</summary>
/// <param name="Scheme">Which of them.</param>
/// <param name="Name">The user or client; empty with a token.</param>
/// <param name="Secret">The token, password or client secret.</param>
/// <param name="TokenUrl">Where an OAuth client fetches its token.</param>
/// <param name="Scope">What it asks for there; null is what the server gives by itself.</param>
internal sealed record ScimCredentials(ScimSignInScheme Scheme, string Name, string Secret, Uri? TokenUrl, string? Scope)
{
    private const string Bearer = "bearer";
    private const string Basic = "basic";
    private const string Client = "clientCredentials";

    public static IReadOnlyList<TargetSetting> Settings { get; } =
    [
        SettingChoices.Of(
            "signIn", "Sign-in", "A token, a user name with a password, or a token fetched as an OAuth client.", Bearer, Basic, Client) with { Says = TargetSettingSays.How },
        new("token", "Token", "The bearer token that the application gave for provisioning.") { Kind = TargetSettingKind.Secret },
        new("user", "User", "With basic sign-in: the user name.") { Says = TargetSettingSays.How },
        new("password", "Password", "With basic sign-in: the password.") { Kind = TargetSettingKind.Secret },
        new("tokenUrl", "Token URL", "As an OAuth client: where tokens are fetched.") { Says = TargetSettingSays.Whom },
        new("clientId", "Client ID", "As an OAuth client: the client.") { Says = TargetSettingSays.How },
        new("clientSecret", "Client secret", "As an OAuth client: its secret.") { Kind = TargetSettingKind.Secret },
        new("scope", "OAuth scope", "As an OAuth client: what is asked for; may be empty.") { Says = TargetSettingSays.How },
    ];

    public static ScimCredentials Read(SettingReader reader) => reader.Choice(Settings, "signIn") switch
    {
        Basic => new(ScimSignInScheme.Basic, reader.Needed("user", "for basic sign-in"), reader.Needed("password", "for basic sign-in"), null, null),
        Client => new(
            ScimSignInScheme.Client, reader.Needed("clientId", "for an OAuth client"), reader.Needed("clientSecret", "for an OAuth client"),
            TokenUrlOf(reader), reader.Text("scope") is { Length: > 0 } scope ? scope : null),
        _ => new(ScimSignInScheme.Bearer, "", Token(reader), null, null),
    };

    // A line break in a header would be refused much later, and without a word about the setting.
    private static string Token(SettingReader reader)
    {
        var token = reader.Needed("token", "to sign in with one");
        if (token.Any(character => character is <= ' ' or > '~'))
        {
            reader.Refuse("token", "A token has no blanks, line breaks or letters beyond ASCII.");
        }

        return token;
    }

    private static Uri? TokenUrlOf(SettingReader reader)
    {
        var text = reader.Needed("tokenUrl", "for an OAuth client");
        if (text == "" || (Uri.TryCreate(text, UriKind.Absolute, out var url) && TargetHttp.IsSafe(url)))
        {
            return text == "" ? null : new Uri(text);
        }

        reader.Refuse("tokenUrl", "The URL begins with https://, or with http:// where it leads to this machine itself.");
        return null;
    }
}
