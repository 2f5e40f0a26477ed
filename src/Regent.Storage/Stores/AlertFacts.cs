using Microsoft.EntityFrameworkCore;
using Regent.Core.Alerts;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>What alerts ask.</summary>
internal sealed class AlertFacts(Session session) : IAlertFacts
{
    private static readonly Keyset<HeldRow, string, Guid> ByName =
        new(row => row.Schedule.PrincipalSort, row => row.Schedule.Id, descending: false);

    public Task<HeldCount> CountAsync(HeldQuery query, CancellationToken ct) => session.ReadAsync(
        async db =>
        {
            var found = Held(db, query);
            var given = await found.MaxAsync(row => (DateTimeOffset?)row.Schedule.Start, ct);
            var used = query.Problem == HeldProblem.NotRequested ? null : await found.MaxAsync(row => row.LastUsed, ct);
            return new HeldCount(await found.CountAsync(ct), used > given ? used : given);
        },
        ct);

    public Task<Page<IdleRole>> ListAsync(HeldQuery query, PageAsk page, CancellationToken ct) =>
        session.ReadAsync(db => ByName.PageAsync(Held(db, query), page, row => row.ToCore(), ct), ct);

    public Task<IReadOnlyList<Schedule>> RepeatedActivationsAsync(int atLeast, DateTimeOffset since, DateTimeOffset now, CancellationToken ct) =>
        session.ReadAsync<IReadOnlyList<Schedule>>(
            async db =>
            {
                var begun = Activations(db).Where(row => row.System == RoleSystem.Directory && row.Start >= since && row.Start <= now);
                var often = begun.GroupBy(row => new { row.PrincipalId, row.RoleId, row.Scope })
                    .Where(some => some.Count() >= atLeast).Select(some => some.Key);
                var found = await begun.Join(
                    often, row => new { row.PrincipalId, row.RoleId, row.Scope }, some => some, (row, _) => row).ToListAsync(ct);
                return [.. found.Select(row => row.ToCore())];
            },
            ct);

    public Task<IReadOnlyDictionary<RoleDefinitionId, DateTimeOffset>> ActivatableRolesAsync(DateTimeOffset now, CancellationToken ct) =>
        session.ReadAsync<IReadOnlyDictionary<RoleDefinitionId, DateTimeOffset>>(
            async db => await Given(db, now).Where(row => row.Kind == ScheduleKind.Eligibility).GroupBy(row => row.RoleId)
                .Select(some => new { Role = some.Key, Since = some.Min(row => row.Start) })
                .ToDictionaryAsync(some => new RoleDefinitionId(some.Role), some => some.Since, ct),
            ct);

    private static IQueryable<HeldRow> Held(RegentDb db, HeldQuery query)
    {
        var given = Given(db, query.Now).Where(row => row.Start <= query.Limit);
        given = query.Id is { } id ? given.Where(row => row.Id == id.Value) : given;
        return query.Problem switch
        {
            HeldProblem.NotActivated => NotActivated(db, given.Where(row => row.Kind == ScheduleKind.Eligibility), query),
            HeldProblem.NotSignedIn => NotSignedIn(db, given, query),
            HeldProblem.NotRequested => given.Where(row => row.Kind == ScheduleKind.Assignment && !db.Set<RequestRow>().Any(made => made.Id == row.Id))
                .Select(row => new HeldRow { Schedule = row, LastUsed = null }),
        };
    }

    private static IQueryable<HeldRow> NotActivated(RegentDb db, IQueryable<ScheduleRow> eligible, HeldQuery query) =>
        from row in eligible
        where !Activations(db).Any(one => one.ActivatedUsing == row.Id && (one.Start > query.Limit || one.EffectiveEnd > query.Now))
        select new HeldRow
        {
            Schedule = row,
            LastUsed = Activations(db).Where(one => one.ActivatedUsing == row.Id).Max(one => (DateTimeOffset?)one.Start),
        };

    private static IQueryable<HeldRow> NotSignedIn(RegentDb db, IQueryable<ScheduleRow> given, HeldQuery query) =>
        from row in given
        join person in db.Set<PrincipalRow>() on row.PrincipalId equals person.Id
        where person.Kind == PrincipalKind.User && (person.LastSignInAt == null || person.LastSignInAt <= query.Limit)
        select new HeldRow { Schedule = row, LastUsed = person.LastSignInAt };

    private static IQueryable<ScheduleRow> Given(RegentDb db, DateTimeOffset now) => db.Set<ScheduleRow>().AsNoTracking()
        .Where(row => row.System == RoleSystem.Directory && row.Type == AssignmentType.Assigned && row.Start <= now && row.EffectiveEnd > now);

    // What was cancelled before its start was never active.
    private static IQueryable<ScheduleRow> Activations(RegentDb db) => db.Set<ScheduleRow>().AsNoTracking()
        .Where(row => row.Kind == ScheduleKind.Assignment && row.Type == AssignmentType.Activated && row.EffectiveEnd > row.Start);
}
