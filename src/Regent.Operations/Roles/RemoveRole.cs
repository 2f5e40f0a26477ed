using Regent.Core;
using Regent.Core.Audit;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Roles;

/// <summary>Removes a custom role that nobody has and nobody ever had: what happened stays on record, and needs its name.</summary>
public sealed class RemoveRole(IUnitOfWork unit, IRoleStore roles, IAuditLog audit, CustomRoles custom, RoleUse use, TimeProvider clock)
{
    public Task<Outcome<RoleDefinition>> ExecuteAsync(Caller caller, RoleDefinitionId id, CancellationToken ct) =>
        unit.RunAsync(token => RemoveAsync(caller, id, token), ct);

    private async Task<Outcome<RoleDefinition>> RemoveAsync(Caller caller, RoleDefinitionId id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await roles.FindAsync(id, ct) is not { } role)
        {
            return Refusals.UnknownRole;
        }

        if (role.IsBuiltIn)
        {
            return new Refusal(RefusalCode.InvalidRoleDefinition, $"{role.DisplayName} comes with the product and cannot be removed.");
        }

        return await (await custom.ForAsync(caller, role, now, ct)).ThenAsync<RoleDefinition, RoleDefinition>(async _ =>
        {
            if (await ProblemAsync(role, now, ct) is { } problem)
            {
                return problem;
            }

            await roles.RemoveAsync(id, ct);
            await audit.AppendAsync(
                [AuditEntry.Of(now, AuditActivities.RoleRemoved, caller.Id) with { Role = id, Reason = role.DisplayName }], ct);
            return role;
        });
    }

    private async Task<Refusal?> ProblemAsync(RoleDefinition role, DateTimeOffset now, CancellationToken ct)
    {
        if (await use.OpenAsync(role.Id, now, ct) is > 0 and var open)
        {
            return InUse($"{role.DisplayName} is in use: {open} {(open == 1 ? "eligibility or assignment" : "eligibilities and assignments")}. Remove that first.");
        }

        return await use.IsOnRecordAsync(role.Id, now, ct)
            ? InUse($"{role.DisplayName} was in use, and the record needs it. Rename it, so that nobody gives it any more.")
            : null;
    }

    private static Refusal InUse(string message) => new(RefusalCode.RoleDefinitionHasAssignments, message);
}
