using Regent.Cli.Graph;

namespace Regent.Cli.Access;

/// <summary>The addresses of Regent's own API that the commands use.</summary>
internal static class TargetApi
{
    private const string Targets = "api/targets";

    public static Task<IReadOnlyList<Target>> TargetsAsync(this GraphClient graph, CancellationToken ct) => graph.ListAsync<Target>(Targets, ct);

    /// <summary>A target with its mappings and what was found in it.</summary>
    public static Task<Target> TargetAsync(this GraphClient graph, string id, CancellationToken ct) => graph.GetAsync<Target>($"{Targets}/{id}", ct);

    public static Task<Target> AddTargetAsync(this GraphClient graph, object body, CancellationToken ct) => graph.PostAsync<Target>(Targets, body, ct);

    public static Task<Target> ChangeTargetAsync(this GraphClient graph, string id, object body, CancellationToken ct) =>
        graph.PutAsync<Target>($"{Targets}/{id}", body, ct);

    public static Task<TargetMapping> AddMappingAsync(this GraphClient graph, string target, TargetMapping mapping, CancellationToken ct) =>
        graph.PostAsync<TargetMapping>($"{Targets}/{target}/mappings", mapping, ct);

    public static Task<TargetPlan> PlanAsync(this GraphClient graph, string target, CancellationToken ct) =>
        graph.PostAsync<TargetPlan>($"{Targets}/{target}/plan", new { }, ct);

    public static Task<TargetFindings> CheckAsync(this GraphClient graph, string target, CancellationToken ct) =>
        graph.PostAsync<TargetFindings>($"{Targets}/{target}/check", new { }, ct);

    /// <summary>Starts or pauses a target.</summary>
    public static Task<Target> ChangeStateAsync(this GraphClient graph, string target, string act, CancellationToken ct) =>
        graph.PostAsync<Target>($"{Targets}/{target}/{act}", new { }, ct);

    public static Task SweepAsync(this GraphClient graph, string target, CancellationToken ct) => graph.PostAsync($"{Targets}/{target}/sweep", ct);

    public static Task<IReadOnlyList<LedgerLine>> LedgerAsync(this GraphClient graph, string target, bool failing, CancellationToken ct) =>
        graph.ListAsync<LedgerLine>($"api/ledger?target={target}&failing={(failing ? "true" : "false")}", ct);

    /// <summary>The targets that hand out credentials to the caller now.</summary>
    public static Task<IReadOnlyList<CredentialTarget>> CredentialTargetsAsync(this GraphClient graph, CancellationToken ct) =>
        graph.ListAsync<CredentialTarget>("api/credentials", ct);

    public static Task<IssuedCredential> IssueAsync(this GraphClient graph, string target, string publicKey, CancellationToken ct) =>
        graph.PostAsync<IssuedCredential>($"{Targets}/{target}/credentials", new { publicKey }, ct);

    /// <summary>How far an assignment has got.</summary>
    public static Task<Progress> ProgressAsync(this GraphClient graph, string schedule, CancellationToken ct) =>
        graph.GetAsync<Progress>($"api/progress/{schedule}", ct);
}
