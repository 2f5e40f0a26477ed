using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Roles;

/// <summary>A stretch of the scope tree: all of it for readers, and for everybody else what lies at or below what they have.</summary>
public sealed class ListScopes(IScopeStore scopes, IScheduleStore schedules, Authorities authorities, TimeProvider clock)
{
    public async Task<Page<ScopeNode>> ExecuteAsync(Caller caller, ScopeQuery query, PageAsk page, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var standing = await authorities.StandingOfAsync(caller.Id, now, ct);
        if (standing.Authority.MayRead)
        {
            return await scopes.ListAsync(query, page, ct);
        }

        var mine = new HashSet<Scope>(standing.Authority.Held.Select(held => held.Scope));
        var eligible = await schedules.OpenOfAsync(
            [standing.Id, .. standing.Groups], Core.Assignments.ScheduleKind.Eligibility, role: null, now, ct);
        mine.UnionWith(eligible.Where(one => one.IsInForceAt(now)).Select(one => one.Scope));
        Scope[] visible = [.. mine.Where(scope => scope.System == query.System)];
        return await scopes.ListAsync(query with { Within = visible, OnlyTop = false }, page, ct);
    }
}
