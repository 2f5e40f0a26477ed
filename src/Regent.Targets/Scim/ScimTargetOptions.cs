using System.Security.Cryptography.X509Certificates;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Scim;

/// <summary>How an application that speaks SCIM is reached, and how it names things.</summary>
/// <param name="Url">The base of its calls, ending in a slash.</param>
/// <param name="Credentials">How Regent signs in there.</param>
/// <param name="UsersBy">The attribute by which accounts are called.</param>
/// <param name="GroupsBy">The attribute by which entitlements are called.</param>
/// <param name="Dialect">How it takes changes of a group.</param>
/// <param name="BatchSize">The most members in one change.</param>
/// <param name="Authorities">Who signs its certificate; null is whom the machine trusts.</param>
/// <param name="Timeout">How long one call may take.</param>
internal sealed record ScimTargetOptions(
    Uri Url, ScimCredentials Credentials, string UsersBy, string GroupsBy, ScimDialect Dialect, int BatchSize,
    X509Certificate2Collection? Authorities, TimeSpan Timeout)
{
    private const int LargestBatch = 1_000;

    public static IReadOnlyList<TargetSetting> Settings { get; } =
    [
        new("url", "SCIM URL", "The base of the application's SCIM calls, such as https://app.example/scim/v2.") { IsRequired = true },
        .. ScimCredentials.Settings,
        SettingChoices.Of("usersBy", "Accounts are called by", "The attribute of a user that the account template gives.", "userName", "externalId", "emails.value") with { Says = TargetSettingSays.Where },
        SettingChoices.Of("groupsBy", "Entitlements are called by", "The attribute of a group that mappings name.", "displayName", "externalId", "id") with { Says = TargetSettingSays.Where },
        SettingChoices.Of(
            "patch", "Changes", "How members change: PATCH as the RFC has it, PATCH as Microsoft Entra sends it, or the whole group by PUT.",
            "rfc", "entra", "put") with { Says = TargetSettingSays.How },
        Number("batchSize", "Members in a change", "The most members that one change names; lower it where the application says too many.", "100"),
        new("caCertificates", "Certificate authorities", "Who signs the application's certificate, in PEM; empty is whom this machine trusts.")
        {
            Says = TargetSettingSays.Whom,
            Kind = TargetSettingKind.Lines,
        },
        Number("timeoutSeconds", "Time-out", "How many seconds one call may take.", "10"),
    ];

    public static Outcome<ScimTargetOptions> Read(TargetSettings settings)
    {
        var reader = new SettingReader(settings, Settings);
        var url = BaseOf(reader);
        var credentials = ScimCredentials.Read(reader);
        var (users, groups) = (reader.Choice(Settings, "usersBy"), reader.Choice(Settings, "groupsBy"));
        _ = Enum.TryParse<ScimDialect>(reader.Choice(Settings, "patch"), ignoreCase: true, out var dialect);
        var (batch, authorities, timeout) = (reader.Number("batchSize", 1, LargestBatch), reader.Certificates("caCertificates"), reader.Timeout());

        return reader.Outcome(() => new ScimTargetOptions(url!, credentials, users, groups, dialect, batch, authorities, timeout));
    }

    private static TargetSetting Number(string name, string label, string help, string standard) =>
        new(name, label, help) { Kind = TargetSettingKind.Number, Default = standard };

    private static Uri? BaseOf(SettingReader reader)
    {
        var text = reader.Text("url");
        if (text == "")
        {
            return null;
        }

        if (Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var url) && TargetHttp.IsSafe(url) && url is { Query: "", Fragment: "", UserInfo: "" })
        {
            return url;
        }

        reader.Refuse("url", "The URL begins with https:// (http:// only where it leads to this machine itself) and ends before any ? or #.");
        return null;
    }
}
