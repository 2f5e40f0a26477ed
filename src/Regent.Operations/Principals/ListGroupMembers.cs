using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Principals;

/// <summary>Who is directly in a group now, and by what, for those who see who is what there.</summary>
public sealed class ListGroupMembers(
    IDirectory directory, IScheduleStore schedules, Places places, Authorities authorities, TimeProvider clock)
{
    public async Task<Outcome<Page<GroupMember>>> ExecuteAsync(Caller caller, PrincipalId group, PageAsk page, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var scope = Scope.OfGroup(group);
        var authority = await authorities.OfAsync(caller, now, ct);
        if (!authority.MayReadAt(await places.FindAsync(scope, ct) ?? new Place(scope, [])))
        {
            return Refusals.MayNotReadHere;
        }

        var found = await directory.MembersAsync(group, now, page, ct);
        PrincipalId[] ids = [.. found.Items.Select(member => member.Id)];
        var held = await HeldAsync(scope, ids, now, ct);
        var listed = (await directory.MembershipsOfAsync(ids, ct)).Where(one => one.Group == group).Select(one => one.Member).ToHashSet();
        return new Page<GroupMember>(
            [.. found.Items.Select(one => new GroupMember(one, listed.Contains(one.Id) ? null : held.GetValueOrDefault(one.Id)))], found.Next);
    }

    // Of several assignments the one that lasts longest says until when.
    private async Task<Dictionary<PrincipalId, Schedule>> HeldAsync(
        Scope scope, PrincipalId[] members, DateTimeOffset now, CancellationToken ct)
    {
        var query = new ScheduleQuery(ScheduleKind.Assignment, ScheduleView.InForce, now)
        {
            Principals = members,
            Role = GroupRoles.Member,
            Scope = scope,
        };
        return (await schedules.ListAsync(query, new PageAsk(PageAsk.Largest), ct)).Items.Select(listing => listing.Schedule)
            .GroupBy(schedule => schedule.Principal)
            .ToDictionary(all => all.Key, all => all.MaxBy(schedule => schedule.Effective.End ?? DateTimeOffset.MaxValue)!);
    }
}
