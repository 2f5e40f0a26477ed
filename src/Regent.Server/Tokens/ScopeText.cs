using Regent.Api;

namespace Regent.Server.Tokens;

/// <summary>One scope as a program sends it, taken apart: <c>https://graph.microsoft.com/User.Read</c>, <c>User.Read</c>, <c>openid</c>.</summary>
/// <param name="Audience">Whom it is for; null for the scopes of OpenID Connect, which are for nobody in particular.</param>
/// <param name="Name">What is asked there.</param>
internal sealed record ScopeText(string? Audience, string Name)
{
    /// <summary>All that the program was given.</summary>
    public const string Default = ".default";

    /// <summary>
    /// Whom a scope is for that asks for everything at this server's own address, as clients do that were only told where the server is: both
    /// Graph and Azure Resource Manager.
    /// </summary>
    public const string Own = "this server";

    private static readonly string[] OfOpenId = ["openid", "profile", "email", "offline_access"];

    // The second are the ids that the reference has for the two.
    private static readonly (string Begin, string Audience)[] Known =
    [
        (TokenNames.GraphAudience, TokenNames.GraphAudience),
        ("00000003-0000-0000-c000-000000000000", TokenNames.GraphAudience),
        (TokenNames.ArmAudience, TokenNames.ArmAudience),
        ("https://management.core.windows.net", TokenNames.ArmAudience),
        ("797f4846-ba00-4fd7-ba43-dac1f8f63013", TokenNames.ArmAudience),
    ];

    public bool IsDefault => Name == Default;

    /// <summary>Reads a scope; null when it is for somebody else.</summary>
    /// <param name="text">As it was sent.</param>
    /// <param name="own">The addresses this server is reached at.</param>
    public static ScopeText? Read(string text, IEnumerable<Uri> own)
    {
        if (OfOpenId.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return new ScopeText(null, text.ToLowerInvariant());
        }

        foreach (var (begin, audience) in Known.Concat(own.Select(uri => (uri.AbsoluteUri.TrimEnd('/'), Own))))
        {
            if (text.StartsWith($"{begin}/", StringComparison.OrdinalIgnoreCase))
            {
                return Named(audience, text[begin.Length..].Trim('/'));
            }
        }

        return text.Contains('/') ? null : Named(AudienceOf(text), text);
    }

    /// <summary>Whom a permission is for.</summary>
    public static string AudienceOf(string permission) =>
        permission.Equals(TokenNames.UserImpersonation, StringComparison.OrdinalIgnoreCase) ? TokenNames.ArmAudience : TokenNames.GraphAudience;

    private static ScopeText Named(string audience, string name) => name.Equals(Default, StringComparison.OrdinalIgnoreCase)
        ? new ScopeText(audience, Default)
        : new ScopeText(audience == Own ? AudienceOf(name) : audience, name);
}
