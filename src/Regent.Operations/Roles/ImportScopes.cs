using Regent.Core.Audit;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Roles;

/// <summary>
/// Takes over administrative units, and management groups, subscriptions, resource groups and resources from a file; repeatable. The
/// whole file is one unit of work. Called on the server itself, not by a signed-in person.
/// </summary>
public sealed class ImportScopes(IUnitOfWork unit, IScopeStore scopes, LedgerPlanner ledger, IAuditLog audit, ScopePlanner planner, TimeProvider clock)
{
    /// <param name="lines">The lines.</param>
    /// <param name="skipErrors">Import the good lines although others are refused.</param>
    /// <param name="ct">Gives up.</param>
    public Task<ImportReport> ExecuteAsync(IReadOnlyList<ScopeLine> lines, bool skipErrors, CancellationToken ct) =>
        unit.RunAsync(token => ImportAsync(lines, skipErrors, token), ct);

    private async Task<ImportReport> ImportAsync(IReadOnlyList<ScopeLine> lines, bool skipErrors, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var plans = await planner.PlanAsync(lines, ct);
        var writes = skipErrors || plans.All(plan => plan.Node is not null);
        var different = plans.Where(plan => plan.IsDifferent).ToList();
        if (writes && different.Count > 0)
        {
            await scopes.SaveManyAsync([.. different.Select(plan => plan.Node!)], ct);
            await ledger.FollowPlacesAsync(now, ct);
            await audit.AppendAsync(different.Select(plan => Entry(plan, now)), ct);
        }

        return new ImportReport([.. plans.Select(plan => plan.ToLine())], writes);
    }

    private static AuditEntry Entry(PlannedScope plan, DateTimeOffset now) =>
        AuditEntry.Of(now, plan.Known is null ? AuditActivities.ScopeAdded : AuditActivities.ScopeUpdated, actor: null) with
        {
            Scope = plan.Node!.Scope,
            Reason = plan.Node.DisplayName,
        };
}
