using System.Text;
using k8s;
using k8s.KubeConfigModels;
using Regent.Core;
using Regent.Core.Targets;
using YamlDotNet.Core;

namespace Regent.Targets.Kubernetes;

/// <summary>
/// Reads what a kubeconfig says of its current context. Nothing in it is run, and no file of this machine is read for it: programs,
/// paths and certificates that are not verified are refused.
/// </summary>
internal static class KubeConfig
{
    /// <summary>The settings with a kubeconfig's server, token and certificate authorities in their places.</summary>
    public static Outcome<TargetSettings> Unfold(TargetSettings settings, string name, string server, string token, string authorities)
    {
        if (settings[name] is not { } text)
        {
            return settings;
        }

        if (new[] { server, token, authorities }.Any(other => settings[other] is not null))
        {
            return Wrong(name, "Set either a kubeconfig, or server, certificate authorities and token.");
        }

        var (cluster, user) = CurrentOf(text);
        return WrongIn(cluster, user) is { } wrong
            ? Wrong(name, wrong)
            : settings.With(
            [
                new(name, ""),
                new(server, cluster!.Server),
                new(token, user!.Token),
                new(authorities, Pem(cluster.CertificateAuthorityData)!),
            ]);
    }

    private static string? WrongIn(ClusterEndpoint? cluster, UserCredentials? user) => (cluster, user) switch
    {
        (null, _) or (_, null) => "This is no kubeconfig with a current context.",
        _ when string.IsNullOrWhiteSpace(cluster.Server) => "The kubeconfig names no server.",
        _ when cluster.SkipTlsVerify => "The kubeconfig switches verification off, which Regent does not.",
        _ when !string.IsNullOrEmpty(cluster.CertificateAuthority) => "The kubeconfig names a file; it must hold certificate-authority-data itself.",
        _ when user.ExternalExecution is not null || user.AuthProvider is not null => "The kubeconfig runs a program to sign in; use the token of a service account.",
        _ when string.IsNullOrWhiteSpace(user.Token) => "The kubeconfig has no token; use that of a service account.",
        _ when Pem(cluster.CertificateAuthorityData) is null => "The kubeconfig's certificate-authority-data is not base64.",
        _ => null,
    };

    private static (ClusterEndpoint? Cluster, UserCredentials? User) CurrentOf(string text)
    {
        try
        {
            var all = KubernetesYaml.Deserialize<K8SConfiguration>(text);
            var context = all?.Contexts?.FirstOrDefault(one => one.Name == all.CurrentContext)?.ContextDetails;
            return (
                all?.Clusters?.FirstOrDefault(one => one.Name == context?.Cluster)?.ClusterEndpoint,
                all?.Users?.FirstOrDefault(one => one.Name == context?.User)?.UserCredentials);
        }
        catch (YamlException)
        {
            return (null, null);
        }
    }

    private static string? Pem(string? data)
    {
        var bytes = new byte[data?.Length ?? 0];
        return data is null || Convert.TryFromBase64String(data, bytes, out _) ? Encoding.UTF8.GetString(bytes).TrimEnd('\0') : null;
    }

    private static Refusal Wrong(string name, string message) => new(RefusalCode.InvalidTarget, message) { Target = name };
}
