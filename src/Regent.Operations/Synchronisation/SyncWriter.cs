using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Operations.Principals;
using Regent.Operations.Recording;

namespace Regent.Operations.Synchronisation;

/// <summary>Writes what a run changes, in the running unit of work.</summary>
public sealed class SyncWriter(
    IDirectory directory, IOriginStore origins, IAuditLog audit, PlannedPeopleWriter people, EligibilityLoss loss, LedgerPlanner ledger)
{
    internal async Task WriteAsync(Target target, SyncPlan plan, SyncFacts facts, DateTimeOffset now, CancellationToken ct)
    {
        var groups = plan.Groups.Where(group => group.IsDifferent).ToList();
        await directory.SaveManyAsync([.. groups.Select(group => group.Group!)], ct);
        await audit.AppendAsync(groups.Select(group => Entry(group, now)), ct);

        // Names that move are let go by all before anybody gets theirs: no two may have the same at any moment.
        var accepted = plan.Accepted.ToList();
        await directory.SaveManyAsync(NamePlanner.OutOfTheWay(accepted), ct);
        await people.WriteAsync([.. accepted.Select(one => one.Plan)], now, ct);
        await NestAsync(plan, facts, now, ct);
        await origins.AddAsync(
            [
                .. plan.Groups.Where(group => group.Group is not null).Select(group => (group.Source.Key, group.Group!.Id))
                    .Concat(accepted.Select(one => (one.Key, one.Plan.Person!.Id)))
                    .Where(one => !facts.Noted.Contains(one.Key)).Select(one => new Origin(target.Id, one.Key, one.Id)),
            ],
            ct);
    }

    private async Task NestAsync(SyncPlan plan, SyncFacts facts, DateTimeOffset now, CancellationToken ct)
    {
        await directory.ChangeMembershipsAsync(plan.Nested, plan.Unnested, ct);
        await audit.AppendAsync(
            [
                .. plan.Nested.Select(one => Entry(AuditActivities.MemberAdded, one, plan, facts, now)),
                .. plan.Unnested.Select(one => Entry(AuditActivities.MemberRemoved, one, plan, facts, now)),
            ],
            ct);
        await ledger.FollowHoldersAsync([.. plan.Nested.Select(one => one.Member).Distinct()], now, ct);
        foreach (var person in await directory.EnabledUsersInAsync([.. plan.Unnested.Select(one => one.Member).Distinct()], now, ct))
        {
            await loss.EndLostActivationsOfAsync(person.Id, by: null, now, ct);
        }
    }

    private static AuditEntry Entry(PlannedGroup group, DateTimeOffset now) =>
        AuditEntry.Of(now, group.Known is null ? AuditActivities.PrincipalAdded : AuditActivities.PrincipalUpdated, actor: null) with
        {
            Subject = group.Group!.Id,
            Reason = group.Known is null ? null : "displayName",
        };

    private static AuditEntry Entry(string activity, Membership one, SyncPlan plan, SyncFacts facts, DateTimeOffset now) =>
        AuditEntry.Of(now, activity, actor: null) with
        {
            Subject = one.Member,
            Reason = plan.Groups.FirstOrDefault(group => group.Group?.Id == one.Group)?.Group?.DisplayName
                ?? facts.Groups.GetValueOrDefault(one.Group)?.DisplayName,
        };
}
