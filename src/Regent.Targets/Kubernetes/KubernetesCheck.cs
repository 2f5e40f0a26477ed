using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Kubernetes;

/// <summary>Asks the API server what Regent may do there, and changes nothing.</summary>
internal sealed class KubernetesCheck(KubernetesCluster cluster, KubernetesTargetOptions options)
{
    private static readonly string[] Verbs = ["list", "get", "create", "delete"];

    public async Task<IReadOnlyList<TargetFinding>> RunAsync(CancellationToken ct)
    {
        var findings = new List<TargetFinding>();
        foreach (var (resource, home) in Questions())
        {
            var lacking = new List<string>();
            foreach (var verb in Verbs)
            {
                var reply = await cluster.MayAsync(verb, resource, home, ct);
                if (reply.Trouble is { } trouble)
                {
                    return [new TargetFinding(IsGood: false, trouble.Result == TargetResult.Unreachable
                        ? $"The API server does not answer at {options.Server}: {trouble.Words}"
                        : $"The API server does not let Regent in: {trouble.Words}")];
                }

                lacking.AddRange(reply.Value == "yes" ? [] : [verb]);
            }

            findings.Add(FindingOf(resource, home is null ? "in the whole cluster" : $"in {home}", lacking));
        }

        return findings;
    }

    private IEnumerable<(string Resource, string? Home)> Questions() => options.Namespaces.Count == 0
        ? [("clusterrolebindings", null), ("rolebindings", null)]
        : options.Namespaces.Select(home => ("rolebindings", (string?)home));

    private static TargetFinding FindingOf(string resource, string where, List<string> lacking) => lacking.Count == 0
        ? new(IsGood: true, $"Regent may read and change {resource} {where}.")
        : new(IsGood: false, $"Regent may not {string.Join(", ", lacking)} {resource} {where}; the guide has the ClusterRole that lets it.");
}
