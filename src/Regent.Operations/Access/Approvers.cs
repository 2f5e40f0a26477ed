using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Access;

/// <summary>Finds out who may decide and who is to be told, at this moment (specification, sections 5.3 and 6).</summary>
public sealed class Approvers(IDirectory directory, IScheduleStore schedules)
{
    /// <summary>
    /// The enabled users named by the settings. Where none is named, or nobody named is left, those who actively hold an administrator
    /// role, so that nothing waits for nobody.
    /// </summary>
    public async Task<IReadOnlyList<Principal>> OfAsync(ActivationSettings settings, DateTimeOffset now, CancellationToken ct) =>
        await NamedAsync(settings, now, ct) is { Count: > 0 } named ? named : await FallbackAsync(now, ct);

    /// <summary>The enabled users named by the settings; null when none is named.</summary>
    public async Task<IReadOnlyList<Principal>?> NamedAsync(ActivationSettings settings, DateTimeOffset now, CancellationToken ct) =>
        settings.Approvers.Count > 0 ? await directory.EnabledUsersInAsync(settings.Approvers, now, ct) : null;

    /// <summary>Who decides where nobody named could.</summary>
    public Task<IReadOnlyList<Principal>> FallbackAsync(DateTimeOffset now, CancellationToken ct) =>
        HoldersOfAsync(DirectoryRoles.Administrators, now, ct);

    /// <summary>The enabled users who actively hold one of these roles for the tenant, themselves or through a group.</summary>
    public async Task<IReadOnlyList<Principal>> HoldersOfAsync(
        IReadOnlySet<RoleDefinitionId> roles, DateTimeOffset now, CancellationToken ct)
    {
        var held = await schedules.HoldersAsync(roles, now, ct);
        var holders = held.Where(schedule => schedule.Scope == Scope.Tenant).Select(schedule => schedule.Principal);
        return await directory.EnabledUsersInAsync(holders.ToHashSet(), now, ct);
    }
}
