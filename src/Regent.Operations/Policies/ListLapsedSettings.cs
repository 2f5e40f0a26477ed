using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Policies;

/// <summary>The roles whose named approvers are all gone, for those who manage them and can name others.</summary>
public sealed class ListLapsedSettings(
    IRoleStore roles, IPolicyStore policies, Places places, PlaceNames names, Authorities authorities, TimeProvider clock)
{
    /// <summary>By the role's name; nothing for those who manage none of them.</summary>
    public async Task<IReadOnlyList<LapsedSettings>> ExecuteAsync(Caller caller, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var authority = await authorities.OfAsync(caller, now, ct);
        return authority.Held.Count == 0 ? [] : await NamedAsync(await LapsedAsync(authority, now, ct), ct);
    }

    private async Task<IReadOnlyList<RolePolicy>> LapsedAsync(Authority authority, DateTimeOffset now, CancellationToken ct)
    {
        var mine = new List<RolePolicy>();
        foreach (var policy in await policies.LapsedAsync(now, ct))
        {
            if (policy.Activation.RequiresApproval && await places.FindAsync(policy.Scope, ct) is { } place && authority.MayManageAt(place))
            {
                mine.Add(policy);
            }
        }

        return mine;
    }

    private async Task<IReadOnlyList<LapsedSettings>> NamedAsync(IReadOnlyList<RolePolicy> lapsed, CancellationToken ct)
    {
        var called = await names.OfAsync([.. lapsed.Select(policy => policy.Scope)], ct);
        var found = new List<LapsedSettings>();
        foreach (var policy in lapsed)
        {
            if (await roles.FindAsync(policy.Role, ct) is { } role)
            {
                found.Add(new LapsedSettings(role, policy.Scope, called.GetValueOrDefault(policy.Scope)));
            }
        }

        return
        [
            .. found.OrderBy(one => one.Role.DisplayName, StringComparer.OrdinalIgnoreCase)
                .ThenBy(one => one.PlaceName, StringComparer.OrdinalIgnoreCase),
        ];
    }
}
