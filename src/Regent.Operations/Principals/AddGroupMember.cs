using Regent.Core;
using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Principals;

/// <summary>Puts somebody into a group in the directory, without an end; for those who manage the group.</summary>
public sealed class AddGroupMember(
    IUnitOfWork unit, IDirectory directory, GroupMemberships memberships, LedgerPlanner ledger, IAuditLog audit, TimeProvider clock)
{
    /// <returns>The group.</returns>
    public Task<Outcome<Principal>> ExecuteAsync(Caller caller, PrincipalId group, PrincipalId member, CancellationToken ct) =>
        unit.RunAsync(token => AddAsync(caller, group, member, token), ct);

    private async Task<Outcome<Principal>> AddAsync(Caller caller, PrincipalId group, PrincipalId member, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await (await memberships.ManagedAsync(caller, group, member, now, ct)).ThenAsync(asked => AddAsync(caller, asked, now, ct));
    }

    private async Task<Outcome<Principal>> AddAsync(Caller caller, Membered asked, DateTimeOffset now, CancellationToken ct)
    {
        var (group, member) = (asked.Group, asked.Member);
        if (asked.IsIn)
        {
            return new Refusal(
                RefusalCode.MembershipExists,
                $"One or more added object references already exist: {member.DisplayName} is a member of {group.DisplayName}.");
        }

        if (group.Id == member.Id)
        {
            return new Refusal(RefusalCode.MembershipNotAllowed, "A group cannot be in itself.");
        }

        if (member.Kind == PrincipalKind.Group && group.IsRoleAssignable)
        {
            return new Refusal(
                RefusalCode.MembershipNotAllowed, "A group that can hold directory roles takes no groups. Add the people in it one by one.");
        }

        await directory.AddMembershipAsync(new Membership(group.Id, member.Id), ct);
        await ledger.FollowHoldersAsync([member.Id], now, ct);
        await audit.AppendAsync([asked.Entry(AuditActivities.MemberAdded, caller, now)], ct);
        return group;
    }
}
