using Regent.Core.Assignments;
using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Principals;

/// <summary>
/// Writes what was planned about people, in the running unit of work. Who loses a membership or is disabled loses at once what rested on
/// it.
/// </summary>
public sealed class PlannedPeopleWriter(
    IDirectory directory, IScheduleStore schedules, IAuditLog audit, EligibilityLoss loss, LedgerPlanner ledger)
{
    private const int AskedAtOnce = 500;

    /// <param name="plans">The plans, none of them refused.</param>
    /// <param name="now">The moment.</param>
    /// <param name="ct">Gives up.</param>
    public async Task WriteAsync(IReadOnlyList<PlannedPerson> plans, DateTimeOffset now, CancellationToken ct)
    {
        var different = plans.Where(plan => plan.IsDifferent).ToList();
        var groups = await NewGroupsAsync(plans, ct);
        await directory.SaveManyAsync([.. groups, .. different.Select(plan => plan.Person!)], ct);
        await directory.ChangeMembershipsAsync(
            [.. plans.SelectMany(plan => plan.Joins, (plan, group) => new Membership(group.Id, plan.Person!.Id))],
            [.. plans.SelectMany(plan => plan.Leaves, (plan, group) => new Membership(group.Id, plan.Person!.Id))],
            ct);
        await audit.AppendAsync(
            [
                .. groups.Select(group => Entry(AuditActivities.PrincipalAdded, group, about: null, now)),
                .. plans.SelectMany(plan => Entries(plan, now)),
            ],
            ct);
        await EndWhatIsLostAsync(plans, now, ct);
        await ledger.FollowHoldersAsync(
            [.. plans.Where(plan => plan.IsDifferent || plan.Joins.Any() || plan.Leaves.Any()).Select(plan => plan.Person!.Id)], now, ct);
    }

    private async Task<IReadOnlyList<Principal>> NewGroupsAsync(IReadOnlyList<PlannedPerson> plans, CancellationToken ct)
    {
        var joined = plans.SelectMany(plan => plan.Joins).DistinctBy(group => group.Id).ToList();
        var known = await directory.FindManyAsync([.. joined.Select(group => group.Id)], ct);
        return [.. joined.Where(group => !known.ContainsKey(group.Id))];
    }

    private async Task EndWhatIsLostAsync(IReadOnlyList<PlannedPerson> plans, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var some in plans.Where(plan => plan.TakesAway).Select(plan => plan.Person!.Id).Chunk(AskedAtOnce))
        {
            var open = await schedules.OpenOfAsync(some, ScheduleKind.Assignment, role: null, now, ct);
            foreach (var person in open.Where(held => held.ActivatedUsing is not null).Select(held => held.Principal).Distinct())
            {
                await loss.EndLostActivationsOfAsync(person, by: null, now, ct);
            }
        }
    }

    private static IEnumerable<AuditEntry> Entries(PlannedPerson plan, DateTimeOffset now)
    {
        var person = plan.Person!;
        if (plan.IsDifferent)
        {
            var activity = plan.Known is null ? AuditActivities.PrincipalAdded : AuditActivities.PrincipalUpdated;
            yield return Entry(activity, person, string.Join(", ", plan.Differences), now);
        }

        foreach (var group in plan.Joins)
        {
            yield return Entry(AuditActivities.MemberAdded, person, group.DisplayName, now);
        }

        foreach (var group in plan.Leaves)
        {
            yield return Entry(AuditActivities.MemberRemoved, person, group.DisplayName, now);
        }
    }

    private static AuditEntry Entry(string activity, Principal subject, string? about, DateTimeOffset now) =>
        AuditEntry.Of(now, activity, actor: null) with { Subject = subject.Id, Reason = string.IsNullOrEmpty(about) ? null : about };
}
