using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Audit;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Roles;

/// <summary>Takes a scope out of the tree that nothing lies in and nobody holds or may hold anything at.</summary>
public sealed class RemoveScope(
    IUnitOfWork unit, IScopeStore scopes, LedgerPlanner ledger, IScheduleStore schedules, IAuditLog audit, Places places, Authorities authorities, TimeProvider clock)
{
    public Task<Outcome<Scope>> ExecuteAsync(Caller caller, Scope scope, CancellationToken ct) =>
        unit.RunAsync(token => RemoveAsync(caller, scope, token), ct);

    private async Task<Outcome<Scope>> RemoveAsync(Caller caller, Scope scope, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var place = await places.FindAsync(scope, ct);
        if ((await authorities.OfAsync(caller, now, ct)).RefusalAt(place, scope) is { } refusal)
        {
            return refusal;
        }

        if (await scopes.FindAsync(scope, ct) is not { } node)
        {
            return Refusals.UnknownScope;
        }

        if (await IsUsedAsync(scope, now, ct))
        {
            return new Refusal(
                RefusalCode.InvalidScope, $"{node.DisplayName} is in use: something lies in it, or somebody has a role there. Remove that first.");
        }

        await scopes.RemoveAsync(scope, ct);
        await ledger.FollowPlacesAsync(now, ct);
        await audit.AppendAsync(
            [AuditEntry.Of(now, AuditActivities.ScopeRemoved, caller.Id) with { Scope = node.Scope, Reason = node.DisplayName }], ct);
        return node.Scope;
    }

    private async Task<bool> IsUsedAsync(Scope scope, DateTimeOffset now, CancellationToken ct)
    {
        var below = await scopes.ListAsync(new ScopeQuery(scope.System) { ChildrenOf = scope }, new PageAsk(size: 1), ct);
        return below.Items.Count > 0
            || await schedules.CountAsync(new ScheduleQuery(ScheduleKind.Eligibility, ScheduleView.Open, now) { Scope = scope }, ct) > 0
            || await schedules.CountAsync(new ScheduleQuery(ScheduleKind.Assignment, ScheduleView.Open, now) { Scope = scope }, ct) > 0;
    }
}
