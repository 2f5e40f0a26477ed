using Regent.Core.Audit;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Operations.Principals;

namespace Regent.Operations.Synchronisation;

/// <summary>
/// Makes people and groups here what they are in a source; repeatable. Whoever is gone from there is disabled and loses everything at
/// once. Who did not come from there is never touched. The whole run is one unit of work, and the source itself is not changed.
/// </summary>
public sealed class SynchroniseDirectory(
    IUnitOfWork unit, IOriginStore origins, IAuditLog audit, SyncReader reader, LastAdministrators administrators, SyncWriter writer,
    TimeProvider clock)
{
    /// <param name="target">The target that is the source.</param>
    /// <param name="source">The way there.</param>
    /// <param name="rules">How people are taken over from there.</param>
    /// <param name="ask">How this time.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<SyncReport> ExecuteAsync(Target target, IDirectorySource source, SourceRules rules, SyncAsk ask, CancellationToken ct)
    {
        var state = await origins.StateAsync(target.Id, ct);
        var bookmark = ask.IsFull || state?.Version != target.Version ? null : state.Bookmark;
        var known = (await origins.ListAsync(target.Id, ct)).Select(origin => origin.Key).ToHashSet();
        var reading = await source.ReadAsync(new SourceAsk(bookmark, known), ct);
        return reading.Trouble is { } trouble
            ? SyncReport.Failed(trouble)
            : await unit.RunAsync(token => TakeOverAsync(target, reading, rules, ask, token), ct);
    }

    private async Task<SyncReport> TakeOverAsync(Target target, SourceReading reading, SourceRules rules, SyncAsk ask, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var facts = await reader.ReadAsync(target, reading, ask.Adopts, ct);
        var plan = await PlanAsync(facts, now, ct);
        var brake = ask.IsForced ? null : SyncBrake.Judge(plan, facts, rules.LargestLoss);
        var report = new SyncReport(ask.IsRehearsal ? SyncOutcome.Rehearsed : brake is null ? SyncOutcome.Written : SyncOutcome.Braked, plan.Lines)
        {
            Trouble = brake,
            IsWhole = reading.IsWhole,
            People = reading.PeopleThere.Count,
            Groups = reading.GroupsThere.Count,
            Disabled = plan.Disabled,
            Left = plan.Left,
        };
        if (report.Outcome == SyncOutcome.Written)
        {
            await writer.WriteAsync(target, plan, facts, now, ct);
            await NoteAsync(target, reading, plan, now, ct);
        }

        return report;
    }

    private async Task<SyncPlan> PlanAsync(SyncFacts facts, DateTimeOffset now, CancellationToken ct)
    {
        var people = NamePlanner.Settle(NamePlanner.Free(PersonPlanner.Plan(facts, now)), facts.Owners);
        var plan = new MembershipPlanner(facts, GroupPlanner.Plan(facts, now), people).Plan();
        var kept = await administrators.ProtectAsync([.. plan.People.Select(one => one.Plan)], now, ct);
        return plan with { People = NamePlanner.Settle([.. plan.People.Zip(kept, (one, after) => one with { Plan = after })], facts.Owners) };
    }

    private async Task NoteAsync(Target target, SourceReading reading, SyncPlan plan, DateTimeOffset now, CancellationToken ct)
    {
        var before = await origins.StateAsync(target.Id, ct) ?? new SourceState(target.Id);
        await origins.SaveStateAsync(
            before with
            {
                // What was refused is read again next time: meanwhile it may have been mended here.
                Bookmark = plan.HasRefusals ? (before.Version == target.Version ? before.Bookmark : null) : reading.Bookmark,
                Version = target.Version,
                FullAt = reading.IsWhole ? now : before.FullAt,
            },
            ct);
        if (plan.Lines.Count > 0)
        {
            await audit.AppendAsync([Entry(target, plan, now)], ct);
        }
    }

    private static AuditEntry Entry(Target target, SyncPlan plan, DateTimeOffset now) =>
        AuditEntry.Of(now, AuditActivities.DirectorySynchronised, actor: null) with
        {
            Details = new Dictionary<string, string>
            {
                ["TargetName"] = target.Name,
                ["TargetId"] = target.Id.ToString(),
                ["New"] = $"{plan.Lines.Count(line => line.Outcome == ImportOutcome.Added)}",
                ["Changed"] = $"{plan.Lines.Count(line => line.Outcome == ImportOutcome.Changed)}",
                ["Disabled"] = $"{plan.Disabled}",
                ["Memberships ended"] = $"{plan.Left}",
                ["Refused"] = $"{plan.Lines.Count(line => line.Outcome == ImportOutcome.Refused)}",
            },
        };
}
