using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Regent.Operations.Ports;

namespace Regent.Targets;

/// <summary>A tenant of Microsoft Entra, who Regent is there, and how accounts are called.</summary>
/// <param name="Tenant">Its id or one of its domains.</param>
/// <param name="ClientId">The application that Regent is there.</param>
/// <param name="Secret">Its secret; null where it has a certificate.</param>
/// <param name="Certificate">Its certificate with the key; null where it has a secret.</param>
/// <param name="Authority">Where tokens are fetched.</param>
/// <param name="Graph">Microsoft Graph, without a version and without a slash at the end.</param>
/// <param name="AccountsAreIds">Whether accounts are object ids; otherwise they are user principal names.</param>
/// <param name="Authorities">Who signs the certificates on the way; null is whom the machine trusts.</param>
/// <param name="Timeout">How long one call may take.</param>
internal sealed partial record TenantOptions(
    string Tenant, string ClientId, string? Secret, X509Certificate2? Certificate, Uri Authority, string Graph, bool AccountsAreIds,
    X509Certificate2Collection? Authorities, TimeSpan Timeout)
{
    private const string SecretName = "clientSecret";
    private const string CertificateName = "certificate";
    private const string Ids = "objectId";

    /// <summary>The first settings of a form.</summary>
    public static IReadOnlyList<TargetSetting> Settings { get; } =
    [
        new("tenant", "Tenant", "The tenant's id, or one of its domains such as contoso.onmicrosoft.com.") { IsRequired = true },
        new("clientId", "Client ID", "The application (client) id of Regent's app registration there.") { Says = TargetSettingSays.How, IsRequired = true },
        new(SecretName, "Client secret", "A secret of the app registration; or give a certificate.") { Kind = TargetSettingKind.Secret },
        new(CertificateName, "Certificate", "In place of the secret: a certificate of the app registration and its private key, in PEM.")
        {
            Kind = TargetSettingKind.Secret,
        },
        SettingChoices.Of("accountsAre", "Accounts are", "What the account template gives: a user principal name or an object id.", "userPrincipalName", Ids) with { Says = TargetSettingSays.Where },
    ];

    /// <summary>The last settings of a form.</summary>
    public static IReadOnlyList<TargetSetting> LastSettings { get; } =
    [
        new("authority", "Sign-in URL", "Where tokens are fetched; another one for national clouds.") { Says = TargetSettingSays.Whom, Default = "https://login.microsoftonline.com" },
        new("graphUrl", "Microsoft Graph URL", "Without a version; another one for national clouds.") { Default = "https://graph.microsoft.com" },
        new("caCertificates", "Certificate authorities", "Who signs the certificates on the way, in PEM; empty is whom this machine trusts.")
        {
            Says = TargetSettingSays.Whom,
            Kind = TargetSettingKind.Lines,
        },
        new("timeoutSeconds", "Time-out", "How many seconds one call may take.") { Kind = TargetSettingKind.Number, Default = "10" },
    ];

    /// <param name="reader">Reads the settings, and collects what is wrong.</param>
    /// <param name="known">The settings of the target, these among them.</param>
    public static Func<TenantOptions> Read(SettingReader reader, IReadOnlyList<TargetSetting> known)
    {
        var (tenant, client) = (reader.Text("tenant"), reader.Text("clientId"));
        if (tenant != "" && !TenantName().IsMatch(tenant))
        {
            reader.Refuse("tenant", "A tenant is an id or a domain: letters, digits, dots and hyphens.");
        }

        if (client != "" && !Guid.TryParseExact(client, "D", out _))
        {
            reader.Refuse("clientId", "A client id is like 00000000-0000-0000-0000-000000000000.");
        }

        var (secret, certificate) = (reader.Text(SecretName), CertificateOf(reader));
        if ((secret == "") == (reader.Text(CertificateName) == ""))
        {
            reader.Refuse(SecretName, "Give a client secret or a certificate, one of them.");
        }

        var (authority, graph) = (AddressOf(reader, "authority"), AddressOf(reader, "graphUrl"));
        var byId = reader.Choice(known, "accountsAre") == Ids;
        var (authorities, timeout) = (reader.Certificates("caCertificates"), reader.Timeout());
        return () => new TenantOptions(
            tenant, client, secret == "" ? null : secret, certificate, new Uri(authority), graph, byId, authorities, timeout);
    }

    /// <summary>An https address without anything behind its path, and without a slash at the end.</summary>
    public static string AddressOf(SettingReader reader, string name)
    {
        var text = reader.Text(name).TrimEnd('/');
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps || url is not { Query: "", Fragment: "", UserInfo: "" })
        {
            reader.Refuse(name, "The URL begins with https:// and ends before any ? or #.");
        }

        return text;
    }

    /// <summary>What a token for an address is asked for: itself in a national cloud of Microsoft, else what it is called everywhere.</summary>
    public static string ScopeOf(string address, string usual)
    {
        var host = new Uri(address).Host;
        string[] national = [".microsoft.us", ".usgovcloudapi.net", ".chinacloudapi.cn"];
        return $"{(national.Any(end => host.EndsWith(end, StringComparison.OrdinalIgnoreCase)) ? address : usual)}/.default";
    }

    private static X509Certificate2? CertificateOf(SettingReader reader)
    {
        var text = reader.Text(CertificateName);
        if (text == "")
        {
            return null;
        }

        try
        {
            return X509Certificate2.CreateFromPem(text, text);
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            reader.Refuse(CertificateName, "This must be PEM text with a certificate and its private key, without a password.");
            return null;
        }
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9.-]{0,252}$", RegexOptions.CultureInvariant)]
    private static partial Regex TenantName();
}
