using System.Security.Cryptography.X509Certificates;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Kubernetes;

/// <summary>How a cluster is reached, and who accounts are there.</summary>
/// <param name="Server">The API server, ending in a slash.</param>
/// <param name="Token">The token of the service account that Regent is there.</param>
/// <param name="Authorities">Who signs the API server's certificate; null is whom the machine trusts.</param>
/// <param name="AccountKind">What an account is: a <c>User</c>, a <c>Group</c> or a <c>ServiceAccount</c>.</param>
/// <param name="Namespaces">Where Regent gives roles; none is the whole cluster.</param>
/// <param name="Timeout">How long one call may take.</param>
internal sealed record KubernetesTargetOptions(
    Uri Server, string Token, X509Certificate2Collection? Authorities, string AccountKind, IReadOnlyList<string> Namespaces, TimeSpan Timeout)
{
    private const string ApiServer = "server";
    private const string TokenName = "token";
    private const string AuthoritiesName = "caCertificates";
    private const string KubeConfigName = "kubeconfig";

    public static IReadOnlyList<TargetSetting> Settings { get; } =
    [
        new(ApiServer, "API server", "Its URL, such as https://10.0.0.1:6443."),
        new(AuthoritiesName, "Certificate authorities", "Who signs the API server's certificate, in PEM; empty is whom this machine trusts.")
        {
            Says = TargetSettingSays.Whom,
            Kind = TargetSettingKind.Lines,
        },
        new(TokenName, "Token", "The token of Regent's service account in the cluster.") { Kind = TargetSettingKind.Secret },
        new(KubeConfigName, "Kubeconfig", "In place of the three above: a kubeconfig with a server, its CA data and a token.")
        {
            Says = TargetSettingSays.Where,
            Kind = TargetSettingKind.Secret,
        },
        SettingChoices.Of("accountsAre", "Accounts are", "What the account template names in the cluster.", SubjectKinds.User, SubjectKinds.Group, SubjectKinds.ServiceAccount) with { Says = TargetSettingSays.Where },
        new("namespaces", "Namespaces", "Where Regent gives roles, one a line, so that its rights are checked there; empty is the whole cluster.")
        {
            Says = TargetSettingSays.How,
            Kind = TargetSettingKind.Lines,
        },
        new("timeoutSeconds", "Time-out", "How many seconds one call may take.") { Kind = TargetSettingKind.Number, Default = "10" },
    ];

    public static Outcome<KubernetesTargetOptions> Read(TargetSettings settings)
    {
        var unfolded = KubeConfig.Unfold(settings, KubeConfigName, ApiServer, TokenName, AuthoritiesName);
        if (unfolded is not Outcome<TargetSettings>.Done { Value: var all })
        {
            return ((Outcome<TargetSettings>.Refused)unfolded).Reasons.ToArray();
        }

        var reader = new SettingReader(all, Settings);
        var server = ServerOf(reader);
        var token = TokenOf(reader);
        var (authorities, kind, timeout) = (reader.Certificates(AuthoritiesName), reader.Choice(Settings, "accountsAre"), reader.Timeout());
        return reader.Outcome(() => new KubernetesTargetOptions(server!, token, authorities, kind, all.Lines("namespaces"), timeout));
    }

    private static string TokenOf(SettingReader reader)
    {
        var token = reader.Needed(TokenName, "to sign in to the cluster");
        if (token.Any(character => character is <= ' ' or > '~'))
        {
            reader.Refuse(TokenName, "A token has no blanks, line breaks or letters beyond ASCII.");
        }

        return token;
    }

    private static Uri? ServerOf(SettingReader reader)
    {
        var text = reader.Needed(ApiServer, "to reach the cluster");
        if (text == "")
        {
            return null;
        }

        if (Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var url) && TargetHttp.IsSafe(url) && url is { Query: "", Fragment: "", UserInfo: "" })
        {
            return url;
        }

        reader.Refuse(ApiServer, "The URL begins with https:// (http:// only where it leads to this machine itself) and ends before any ? or #.");
        return null;
    }
}
