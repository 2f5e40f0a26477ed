using Regent.Core;
using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Principals;

/// <summary>
/// Takes somebody out of a group in the directory; for those who manage the group. What rested on the membership ends at once.
/// </summary>
public sealed class RemoveGroupMember(
    IUnitOfWork unit, IDirectory directory, GroupMemberships memberships, PermanentAdministrators administrators, EligibilityLoss loss,
    IAuditLog audit, TimeProvider clock)
{
    /// <returns>The group.</returns>
    public Task<Outcome<Principal>> ExecuteAsync(Caller caller, PrincipalId group, PrincipalId member, CancellationToken ct) =>
        unit.RunAsync(token => RemoveAsync(caller, group, member, token), ct);

    private async Task<Outcome<Principal>> RemoveAsync(Caller caller, PrincipalId group, PrincipalId member, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await (await memberships.ManagedAsync(caller, group, member, now, ct)).ThenAsync(asked => RemoveAsync(caller, asked, now, ct));
    }

    private async Task<Outcome<Principal>> RemoveAsync(Caller caller, Membered asked, DateTimeOffset now, CancellationToken ct)
    {
        if (!asked.IsListed)
        {
            return Missing(asked);
        }

        var membership = new Membership(asked.Group.Id, asked.Member.Id);
        var before = await administrators.MissingAsync(now, ct);
        await directory.RemoveMembershipAsync(membership, ct);
        if ((await administrators.MissingAsync(now, ct)).Except(before).Any())
        {
            // Nobody outside this unit of work has seen it gone.
            await directory.AddMembershipAsync(membership, ct);
            return new Refusal(
                RefusalCode.CannotDeleteLastAdminAssignment,
                "Without this nobody would be left in an administrator role that the group holds. Assign it to somebody else permanently first.");
        }

        await audit.AppendAsync([asked.Entry(AuditActivities.MemberRemoved, caller, now)], ct);
        foreach (var person in await directory.EnabledUsersInAsync([asked.Member.Id], now, ct))
        {
            await loss.EndLostActivationsOfAsync(person.Id, caller.Id, now, ct);
        }

        return asked.Group;
    }

    private static Refusal Missing(Membered asked) => asked.IsIn
        ? new Refusal(
            RefusalCode.MembershipNotAllowed,
            $"{asked.Member.DisplayName} is in {asked.Group.DisplayName} by an assignment. Remove the assignment instead.")
        : new Refusal(
            RefusalCode.MembershipDoesNotExist, $"{asked.Member.DisplayName} is not a member of {asked.Group.DisplayName}.");
}
