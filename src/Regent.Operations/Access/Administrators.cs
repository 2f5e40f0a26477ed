using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Access;

/// <summary>Finds out who administers a place, to be told of what happens there and to decide on it (specification, section 5.3).</summary>
public sealed class Administrators(Places places, IScheduleStore schedules, Approvers approvers, IDirectory directory)
{
    /// <summary>Who is told of what happens at a scope.</summary>
    public Task<IReadOnlyList<Principal>> ToldAsync(Scope scope, DateTimeOffset now, CancellationToken ct) =>
        OfAsync(scope, DirectoryRoles.ToldOfActivations, now, ct);

    /// <summary>Who decides on extensions and renewals at a scope.</summary>
    public Task<IReadOnlyList<Principal>> DecidingAsync(Scope scope, DateTimeOffset now, CancellationToken ct) =>
        OfAsync(scope, DirectoryRoles.Administrators, now, ct);

    // Where a place has nobody of its own, the tenant's administrators stand in, so that nothing happens unseen.
    private async Task<IReadOnlyList<Principal>> OfAsync(
        Scope scope, IReadOnlySet<RoleDefinitionId> ofTenant, DateTimeOffset now, CancellationToken ct) => scope.System switch
        {
            RoleSystem.Directory => await approvers.HoldersOfAsync(ofTenant, now, ct),
            RoleSystem.Groups when await OwnersAsync(scope, now, ct) is { Count: > 0 } owners => owners,
            RoleSystem.Resources when await AboveAsync(scope, now, ct) is { Count: > 0 } managers => managers,
            RoleSystem.Groups => await approvers.HoldersOfAsync(DirectoryRoles.Administrators, now, ct),
            RoleSystem.Resources => await approvers.HoldersOfAsync(new HashSet<RoleDefinitionId> { DirectoryRoles.GlobalAdministrator }, now, ct),
        };

    private async Task<IReadOnlyList<Principal>> OwnersAsync(Scope group, DateTimeOffset now, CancellationToken ct)
    {
        var owners = await schedules.InForceAtAsync([GroupRoles.Owner], [group], now, ct);
        return await UsersAsync(owners.Where(one => one.Kind == ScheduleKind.Assignment), now, ct);
    }

    // The eligible ones too: they can become active and see to it.
    private async Task<IReadOnlyList<Principal>> AboveAsync(Scope scope, DateTimeOffset now, CancellationToken ct) =>
        await places.FindAsync(scope, ct) is { } place
            ? await UsersAsync(await schedules.InForceAtAsync(ResourceRoles.Administrators, [place.Scope, .. place.Above], now, ct), now, ct)
            : [];

    private Task<IReadOnlyList<Principal>> UsersAsync(IEnumerable<Schedule> held, DateTimeOffset now, CancellationToken ct) =>
        directory.EnabledUsersInAsync(held.Select(one => one.Principal).ToHashSet(), now, ct);
}
