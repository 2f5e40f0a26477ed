using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Principals;

/// <summary>Finds out whether somebody is left who holds each protected role permanently (specification, section 3.10).</summary>
public sealed class PermanentAdministrators(IDirectory directory, IScheduleStore schedules)
{
    /// <summary>The protected roles that no enabled user holds permanently, themselves or through a group.</summary>
    public async Task<IReadOnlyList<RoleDefinitionId>> MissingAsync(DateTimeOffset now, CancellationToken ct)
    {
        var missing = new List<RoleDefinitionId>();
        foreach (var role in DirectoryRoles.LastHolderProtected)
        {
            var holders = await HoldersAsync(role, now, ct);
            if ((await directory.EnabledUsersInAsync(holders, now, ct)).Count == 0)
            {
                missing.Add(role);
            }
        }

        return missing;
    }

    /// <summary>Everybody and every group to whom the role is assigned for the tenant without an end.</summary>
    public async Task<IReadOnlySet<PrincipalId>> HoldersAsync(RoleDefinitionId role, DateTimeOffset now, CancellationToken ct) =>
        (await schedules.HoldersAsync([role], now, ct))
            .Where(held => held is { Type: AssignmentType.Assigned, Effective.IsPermanent: true } && held.Scope == Scope.Tenant)
            .Select(held => held.Principal).ToHashSet();
}
