using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Principals;

/// <summary>
/// Keeps an import from leaving a protected role without anybody who holds it permanently (specification, section 3.10): by
/// disabling them, or by taking them out of the group that holds it.
/// </summary>
public sealed class LastAdministrators(IDirectory directory, PermanentAdministrators administrators)
{
    /// <summary>The plans, with those refused that would leave nobody.</summary>
    public async Task<IReadOnlyList<PlannedPerson>> ProtectAsync(
        IReadOnlyList<PlannedPerson> plans, DateTimeOffset now, CancellationToken ct)
    {
        // A line refused for one role can no longer bring the new holder of another.
        for (var wasRefused = plans.Any(plan => plan.TakesAway); wasRefused;)
        {
            wasRefused = false;
            foreach (var role in DirectoryRoles.LastHolderProtected)
            {
                if (await LastHoldersAsync(role, plans, now, ct) is { Count: > 0 } last)
                {
                    plans = [.. plans.Select(plan => plan.Known is { } known && last.Contains(known.Id) ? Refuse(plan) : plan)];
                    wasRefused = true;
                }
            }
        }

        return plans;
    }

    private static PlannedPerson Refuse(PlannedPerson plan) => plan.Refuse(
        "This would leave nobody with a permanent active administrator role. Assign it to somebody else first.");

    /// <summary>Those who hold the role now, when nobody would hold it after; else none.</summary>
    private async Task<IReadOnlySet<PrincipalId>> LastHoldersAsync(
        RoleDefinitionId role, IReadOnlyList<PlannedPerson> plans, DateTimeOffset now, CancellationToken ct)
    {
        var anchors = await administrators.HoldersAsync(role, now, ct);
        var before = (await directory.EnabledUsersInAsync(anchors, now, ct)).Select(person => person.Id).ToHashSet();
        var taking = plans.Where(plan => plan.TakesAway).Select(plan => plan.Known!.Id).ToHashSet();
        return before.Count > 0 && before.IsSubsetOf(taking) && !await AnyWillHoldAsync(anchors, plans, now, ct) ? before : new HashSet<PrincipalId>();
    }

    private async Task<bool> AnyWillHoldAsync(
        IReadOnlySet<PrincipalId> anchors, IReadOnlyList<PlannedPerson> plans, DateTimeOffset now, CancellationToken ct)
    {
        var holding = new Dictionary<PrincipalId, bool>();
        foreach (var plan in plans.Where(plan => plan.Person is { IsEnabled: true }))
        {
            foreach (var id in plan.After.Prepend(plan.Person!.Id))
            {
                if (!holding.TryGetValue(id, out var holds))
                {
                    holds = anchors.Contains(id) || (plan.Person.Id != id && (await directory.GroupsOfAsync(id, now, ct)).Keys.Any(anchors.Contains));
                    holding.Add(id, holds);
                }

                if (holds)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
