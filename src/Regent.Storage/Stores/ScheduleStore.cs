using Microsoft.EntityFrameworkCore;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>Schedules. "In force" is always asked of the clock, never stored.</summary>
internal sealed class ScheduleStore(Session session) : IScheduleStore
{
    public Task<Schedule?> FindAsync(ScheduleId id, CancellationToken ct) => session.ReadAsync(
        async db => (await Rows(db).FirstOrDefaultAsync(row => row.Id == id.Value, ct))?.ToCore(), ct);

    public Task<IReadOnlyList<Schedule>> OpenOfAsync(
        IReadOnlyCollection<PrincipalId> principals, ScheduleKind kind, RoleDefinitionId? role, DateTimeOffset now, CancellationToken ct)
    {
        var ids = principals.Select(id => id.Value).ToList();
        var wanted = role?.Value;
        return AllAsync(
            db => Rows(db).Where(row => ids.Contains(row.PrincipalId) && row.Kind == kind && row.EffectiveEnd > now
                && row.EffectiveEnd > row.Start && (wanted == null || row.RoleId == wanted)),
            ct);
    }

    public Task<IReadOnlyList<Schedule>> HoldersAsync(
        IReadOnlyCollection<RoleDefinitionId> roles, DateTimeOffset now, CancellationToken ct)
    {
        var ids = roles.Select(id => id.Value).ToList();
        return AllAsync(
            db => Rows(db).Where(row => ids.Contains(row.RoleId) && row.Kind == ScheduleKind.Assignment
                && row.Start <= now && row.EffectiveEnd > now),
            ct);
    }

    public Task<IReadOnlyList<Schedule>> InForceAtAsync(
        IReadOnlyCollection<RoleDefinitionId> roles, IReadOnlyCollection<Scope> scopes, DateTimeOffset now, CancellationToken ct)
    {
        var (ids, places) = (roles.Select(id => id.Value).ToList(), scopes.Select(scope => scope.Value).ToList());
        return AllAsync(
            db => Rows(db).Where(row => places.Contains(row.Scope) && ids.Contains(row.RoleId) && row.Start <= now && row.EffectiveEnd > now), ct);
    }

    public Task<IReadOnlyList<Schedule>> ActivationsUsingAsync(ScheduleId eligibility, DateTimeOffset now, CancellationToken ct) => AllAsync(
        db => Rows(db).Where(row => row.ActivatedUsing == eligibility.Value && row.EffectiveEnd > now && row.EffectiveEnd > row.Start), ct);

    public Task<IReadOnlyList<ScheduleListing>> FindListingsAsync(IReadOnlyCollection<ScheduleId> ids, CancellationToken ct)
    {
        var wanted = ids.Select(id => id.Value).Distinct().ToList();
        return session.ReadAsync(
            async db => await WithNamesAsync(db, await Rows(db).Where(row => wanted.Contains(row.Id)).ToListAsync(ct), ct), ct);
    }

    public Task<Page<ScheduleListing>> ListAsync(ScheduleQuery query, PageAsk page, CancellationToken ct) => session.ReadAsync(
        async db =>
        {
            var cut = await ScheduleList.Order(query).PageAsync(ScheduleList.Filtered(db, query), page, row => row, ct);
            return new Page<ScheduleListing>(await WithNamesAsync(db, cut.Items, ct), cut.Next);
        },
        ct);

    public Task<int> CountAsync(ScheduleQuery query, CancellationToken ct) =>
        session.ReadAsync(db => ScheduleList.Filtered(db, query).CountAsync(ct), ct);

    public Task<IReadOnlyList<HolderCount>> CountHoldersAsync(IReadOnlyCollection<Scope> scopes, DateTimeOffset now, CancellationToken ct)
    {
        var wanted = scopes.Select(scope => scope.Value).ToList();
        return session.ReadAsync<IReadOnlyList<HolderCount>>(
            async db => [.. (await Rows(db).Where(row => wanted.Contains(row.Scope) && row.Start <= now && row.EffectiveEnd > now)
                .GroupBy(row => new { row.Scope, row.RoleId, row.Kind })
                .Select(some => new { some.Key, Count = some.Select(row => row.PrincipalId).Distinct().Count() }).ToListAsync(ct))
                .Select(some => new HolderCount(
                    ScopeText.Read(some.Key.Scope), new RoleDefinitionId(some.Key.RoleId), some.Key.Kind, some.Count))],
            ct);
    }

    public Task<Schedule?> LastActivationAsync(PrincipalId principal, RoleDefinitionId role, DateTimeOffset now, CancellationToken ct) =>
        session.ReadAsync(
            async db => (await Rows(db)
                .Where(row => row.PrincipalId == principal.Value && row.Kind == ScheduleKind.Assignment && row.RoleId == role.Value
                    && row.Type == AssignmentType.Activated && row.EffectiveEnd <= now && row.EffectiveEnd > row.Start)
                .OrderByDescending(row => row.EffectiveEnd).FirstOrDefaultAsync(ct))?.ToCore(),
            ct);

    public Task AddAsync(Schedule schedule, CancellationToken ct) => session.WriteAsync(
        async db =>
        {
            var principal = await db.Set<PrincipalRow>().Where(row => row.Id == schedule.Principal.Value)
                .Select(row => row.SortName).FirstAsync(ct);
            var role = await db.Set<RoleRow>().Where(row => row.Id == schedule.Role.Value).Select(row => row.SortName).FirstAsync(ct);
            db.Add(ScheduleRow.Of(schedule, principal, role));
            if (MembershipRow.Of(schedule) is { } membership)
            {
                db.Add(membership);
            }

            return true;
        },
        ct);

    public Task UpdateAsync(Schedule changed, CancellationToken ct) => session.WriteAsync(
        async db =>
        {
            var row = await db.Set<ScheduleRow>().FindAsync([changed.Id.Value], ct)
                ?? throw new InvalidOperationException($"There is no schedule {changed.Id}.");
            row.Take(changed);
            if (MembershipRow.Of(changed) is { } membership)
            {
                db.Update(membership);
            }

            return true;
        },
        ct);

    private static IQueryable<ScheduleRow> Rows(RegentDb db) => db.Set<ScheduleRow>().AsNoTracking();

    private static async Task<IReadOnlyList<ScheduleListing>> WithNamesAsync(
        RegentDb db, IReadOnlyList<ScheduleRow> rows, CancellationToken ct)
    {
        var names = await Names.LoadAsync(
            db, rows.Select(row => row.PrincipalId), rows.Select(row => row.RoleId), rows.Select(row => row.Scope), ct);
        var made = rows.Where(row => row.System == RoleSystem.Resources).Select(row => row.Id).ToList();
        var makers = made.Count == 0
            ? []
            : await db.Set<RequestRow>().AsNoTracking().Where(row => made.Contains(row.Id)).ToDictionaryAsync(row => row.Id, ct);
        return
        [
            .. rows.Select(row => new ScheduleListing(row.ToCore(), names.Principal(row.PrincipalId)!, names.Role(row.RoleId)!)
            {
                ScopeName = names.Scope(row.Scope),
                Maker = makers.GetValueOrDefault(row.Id)?.ToCore(),
            }),
        ];
    }

    private Task<IReadOnlyList<Schedule>> AllAsync(Func<RegentDb, IQueryable<ScheduleRow>> query, CancellationToken ct) =>
        session.ReadAsync<IReadOnlyList<Schedule>>(async db => [.. (await query(db).ToListAsync(ct)).Select(row => row.ToCore())], ct);
}
