namespace Regent.Cli.Graph;

/// <summary>The addresses of Regent's API that the commands use.</summary>
internal static class RoleManagement
{
    private const string Roles = "v1.0/roleManagement/directory";
    private const string Requests = $"{Roles}/roleAssignmentScheduleRequests";
    private const string OnPrincipal = "filterByCurrentUser(on='principal')";
    private const string Expanded = "$expand=roleDefinition,principal";

    public static Task<DirectoryObject> MeAsync(this GraphClient graph, CancellationToken ct) => graph.GetAsync<DirectoryObject>("v1.0/me", ct);

    /// <summary>What the caller may activate.</summary>
    public static Task<IReadOnlyList<Instance>> EligibleAsync(this GraphClient graph, CancellationToken ct) =>
        graph.ListAsync<Instance>($"{Roles}/roleEligibilityScheduleInstances/{OnPrincipal}?{Expanded}", ct);

    /// <summary>What the caller holds.</summary>
    public static Task<IReadOnlyList<Instance>> ActiveAsync(this GraphClient graph, CancellationToken ct) =>
        graph.ListAsync<Instance>($"{Roles}/roleAssignmentScheduleInstances/{OnPrincipal}?{Expanded}", ct);

    public static Task<IReadOnlyList<DirectoryObject>> RoleDefinitionsAsync(this GraphClient graph, CancellationToken ct) =>
        graph.ListAsync<DirectoryObject>($"{Roles}/roleDefinitions", ct);

    /// <summary>What the caller asked lately, newest first.</summary>
    public static Task<IReadOnlyList<ScheduleRequest>> OwnRequestsAsync(this GraphClient graph, int top, CancellationToken ct) =>
        graph.FirstAsync<ScheduleRequest>($"{Requests}/{OnPrincipal}?{Expanded}&$top={top}", ct);

    /// <summary>What waits for the caller's decision.</summary>
    public static Task<IReadOnlyList<ScheduleRequest>> RequestsToDecideAsync(this GraphClient graph, CancellationToken ct) =>
        graph.ListAsync<ScheduleRequest>($"{Requests}/filterByCurrentUser(on='approver')?{Expanded}", ct);

    public static Task<ScheduleRequest> RequestAsync(this GraphClient graph, string id, CancellationToken ct) =>
        graph.GetAsync<ScheduleRequest>($"{Requests}/{id}?{Expanded}", ct);

    public static Task<ScheduleRequest> SubmitAsync(this GraphClient graph, RequestBody body, CancellationToken ct) =>
        graph.PostAsync<ScheduleRequest>(Requests, body, ct);

    public static Task CancelAsync(this GraphClient graph, string id, CancellationToken ct) => graph.PostAsync($"{Requests}/{id}/cancel", ct);

    /// <summary>Decides on a request that waits.</summary>
    public static async Task DecideAsync(this GraphClient graph, string id, bool approve, string reason, CancellationToken ct)
    {
        var steps = $"beta/roleManagement/directory/roleAssignmentApprovals/{id}/steps";
        var step = (await graph.ListAsync<DirectoryObject>(steps, ct))[0];
        await graph.PatchAsync($"{steps}/{step.Id}", new { reviewResult = approve ? "Approve" : "Deny", justification = reason }, ct);
    }
}
