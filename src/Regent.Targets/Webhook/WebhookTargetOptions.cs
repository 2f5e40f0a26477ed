using System.Security.Cryptography.X509Certificates;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Webhook;

/// <summary>Where calls go, and what they are signed with.</summary>
internal sealed record WebhookTargetOptions
{
    private const string Full = "full";
    private const string Notified = "notified";
    private const string SecretHelp = "whsec_ and the base64 of 24 to 64 random bytes, such as from: echo \"whsec_$(openssl rand -base64 32)\"";

    public required Uri Url { get; init; }

    /// <summary>The keys of the secrets, the newest first.</summary>
    public required IReadOnlyList<byte[]> Keys { get; init; }

    /// <summary>Whether the other end only takes notifications, and cannot say what is there.</summary>
    public required bool OnlyNotified { get; init; }

    public required bool AllowPrivate { get; init; }

    /// <summary>Who may have signed the certificate of the other end; null is whoever the system trusts.</summary>
    public required X509Certificate2Collection? Authorities { get; init; }

    public required TimeSpan Timeout { get; init; }

    /// <summary>What can be set, in the order of the form.</summary>
    public static IReadOnlyList<TargetSetting> Settings { get; } =
    [
        new("url", "Address", "Where calls are sent, with https.") { IsRequired = true },
        new("secret", "Secret", $"What calls are signed with: {SecretHelp}.") { Kind = TargetSettingKind.Secret, IsRequired = true },
        new("previousSecret", "Previous secret", "The secret before, which signs as well until the other end knows the new one.")
        {
            Kind = TargetSettingKind.Secret,
        },
        new("answers", "Answers", "full: the other end answers for each account and can be asked. notified: it only takes notice, and nothing is seen.")
        {
            Says = TargetSettingSays.How,
            Kind = TargetSettingKind.Choice,
            Default = Full,
            Choices = [Full, Notified],
        },
        new("allowPrivate", "Allow private addresses", "Whether the address may be one of a private network or of this machine.")
        {
            Kind = TargetSettingKind.Switch,
            Default = "false",
        },
        new("caCertificates", "CA certificates", "Who may have signed the other end's certificate, as PEM text; empty is whoever the system trusts.")
        {
            Says = TargetSettingSays.Whom,
            Kind = TargetSettingKind.Lines,
        },
        new("timeoutSeconds", "Time-out", "After how many seconds a call is given up.") { Kind = TargetSettingKind.Number, Default = "10" },
    ];

    public static Outcome<WebhookTargetOptions> Read(TargetSettings settings)
    {
        var reader = new SettingReader(settings, Settings);
        var options = new WebhookTargetOptions
        {
            Url = Address(reader),
            Keys = [.. new[] { Key(reader, "secret"), Key(reader, "previousSecret") }.OfType<byte[]>()],
            OnlyNotified = Answers(reader) == Notified,
            AllowPrivate = reader.IsOn("allowPrivate"),
            Authorities = reader.Certificates("caCertificates"),
            Timeout = reader.Timeout(),
        };
        return reader.Outcome(() => options);
    }

    // The keys are not for logs.
    public override string ToString() => Url.GetLeftPart(UriPartial.Path);

    // On the same machine nobody is in between, and a certificate is hard to come by.
    private static Uri Address(SettingReader reader)
    {
        var text = reader.Text("url");
        var valid = Uri.TryCreate(text, UriKind.Absolute, out var url) && url.UserInfo == ""
            && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
        if (!valid && text != "")
        {
            reader.Refuse("url", "Address must begin with https:// and have no user in it. Only an address of this machine may begin with http://.");
        }

        return valid ? url! : new Uri("about:blank");
    }

    private static byte[]? Key(SettingReader reader, string name)
    {
        var text = reader.Text(name);
        if (text == "")
        {
            return null;
        }

        var key = new byte[text.Length];
        if (text.StartsWith("whsec_", StringComparison.Ordinal) && Convert.TryFromBase64String(text["whsec_".Length..], key, out var length)
            && length is >= 24 and <= 64)
        {
            return key[..length];
        }

        reader.Refuse(name, $"A secret must be {SecretHelp}.");
        return null;
    }

    private static string Answers(SettingReader reader)
    {
        var text = reader.Text("answers");
        if (text is not (Full or Notified))
        {
            reader.Refuse("answers", $"Answers must be {Full} or {Notified}.");
        }

        return text;
    }
}
