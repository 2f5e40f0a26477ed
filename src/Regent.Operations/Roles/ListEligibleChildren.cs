using Regent.Core.Assignments;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Roles;

/// <summary>The scopes below one at which the caller is eligible for something, there or from above (specification, section 1.4).</summary>
public sealed class ListEligibleChildren(
    IScheduleStore schedules, IScopeStore scopes, IDirectory directory, Places places, TimeProvider clock)
{
    public async Task<Page<ScopeNode>> ExecuteAsync(Caller caller, EligibleChildrenAsk ask, PageAsk page, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var place = await places.FindAsync(ask.Scope, ct) ?? new Place(ask.Scope, []);
        var groups = await directory.GroupsOfAsync(caller.Id, now, ct);
        var open = await schedules.OpenOfAsync([caller.Id, .. groups.Keys], ScheduleKind.Eligibility, role: null, now, ct);
        Scope[] eligible =
        [
            .. open.Where(one => one.IsInForceAt(now) && one.Scope.System == RoleSystem.Resources).Select(one => one.Scope).Distinct(),
        ];
        var query = new ScopeQuery(RoleSystem.Resources)
        {
            Kinds = ask.Kinds.Count == 0 ? null : ask.Kinds,
            ChildrenOf = ask.AllLevels || ask.Scope == Scope.Tenant ? null : place.Scope,
            OnlyTop = !ask.AllLevels && ask.Scope == Scope.Tenant,
            Within = eligible.Any(place.IsWithin) ? [place.Scope] : await BelowAsync(eligible, place.Scope, ct),
        };
        var found = await scopes.ListAsync(query, page, ct);
        return found with { Items = [.. found.Items.Where(node => node.Scope != place.Scope)] };
    }

    private async Task<IReadOnlyCollection<Scope>> BelowAsync(Scope[] eligible, Scope scope, CancellationToken ct)
    {
        if (scope == Scope.Tenant)
        {
            return eligible;
        }

        var where = await places.FindManyAsync(eligible, ct);
        return [.. eligible.Where(one => where[one].IsWithin(scope))];
    }
}
