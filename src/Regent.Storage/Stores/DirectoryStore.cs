using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regent.Core.Principals;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>People and groups.</summary>
internal sealed class DirectoryStore(Session session) : IDirectory
{
    private const string UsersWithin =
        """
          union
          select membership.member_id from memberships membership join reached on membership.group_id = reached.id
          where membership.start <= {1} and membership.until > {1})
        select principals.* from principals join reached on principals.id = reached.id
        where principals.kind = 'User' and principals.is_enabled
        order by principals.sort_name, principals.id
        """;
    private const string UsersInPostgres = "with recursive reached(id) as (select unnest({0}) " + UsersWithin;
    private const string UsersInSqlite = "with recursive reached(id) as (select upper(value) from json_each({0}) " + UsersWithin;

    private static readonly Keyset<PrincipalRow, string, Guid> ByName = new(row => row.SortName, row => row.Id, descending: false);
    private static readonly Keyset<PrincipalRow, string, Guid> ByNameBackwards = new(row => row.SortName, row => row.Id, descending: true);

    public Task<Principal?> FindAsync(PrincipalId id, CancellationToken ct) => session.ReadAsync(
        async db => (await Rows(db).FirstOrDefaultAsync(row => row.Id == id.Value, ct))?.ToCore(), ct);

    public Task<Principal?> FindByNameAsync(UserPrincipalName name, CancellationToken ct)
    {
        var folded = Search.Fold(name.Value);
        return session.ReadAsync(async db => (await Rows(db).FirstOrDefaultAsync(row => row.FoldedName == folded, ct))?.ToCore(), ct);
    }

    public Task<IReadOnlyList<Principal>> FindGroupsAsync(string displayName, CancellationToken ct)
    {
        var folded = Search.Fold(displayName);
        return ListAsync(db => Rows(db).Where(row => row.SortName == folded && row.Kind == PrincipalKind.Group).OrderBy(row => row.Id), ct);
    }

    public Task<IReadOnlyDictionary<PrincipalId, Principal>> FindManyAsync(IReadOnlyCollection<PrincipalId> ids, CancellationToken ct)
    {
        var wanted = ids.Select(id => id.Value);
        return session.ReadAsync<IReadOnlyDictionary<PrincipalId, Principal>>(
            async db => (await DirectoryBulk.PrincipalsAsync(db, wanted, ct)).ToDictionary(row => new PrincipalId(row.Id), row => row.ToCore()),
            ct);
    }

    public Task<IReadOnlyList<Principal>> FindUsersAsync(IReadOnlyCollection<UserPrincipalName> names, CancellationToken ct) =>
        session.ReadAsync<IReadOnlyList<Principal>>(
            async db => [.. (await DirectoryBulk.UsersAsync(db, names, ct)).Select(row => row.ToCore())], ct);

    public Task<IReadOnlyDictionary<PrincipalId, DateTimeOffset?>> GroupsOfAsync(
        PrincipalId id, DateTimeOffset now, CancellationToken ct) =>
        session.ReadAsync(db => GroupsAbove.OfAsync(db, id, now, ct), ct);

    public Task<IReadOnlyList<Principal>> EnabledUsersInAsync(
        IReadOnlyCollection<PrincipalId> ids, DateTimeOffset now, CancellationToken ct) =>
        session.ReadAsync<IReadOnlyList<Principal>>(
            async db => [.. (await EnabledUsersIn(db, ids, now).AsNoTracking().ToListAsync(ct)).Select(row => row.ToCore())], ct);

    public Task<IReadOnlyList<PrincipalId>> DirectGroupsOfAsync(PrincipalId id, CancellationToken ct) =>
        session.ReadAsync<IReadOnlyList<PrincipalId>>(
            async db => [.. (await db.Set<MembershipRow>().Where(row => row.MemberId == id.Value && row.ScheduleId == Guid.Empty).Select(row => row.GroupId).ToListAsync(ct))
                .Select(group => new PrincipalId(group))],
            ct);

    public Task<IReadOnlyList<Membership>> MembershipsOfAsync(IReadOnlyCollection<PrincipalId> members, CancellationToken ct) =>
        session.ReadAsync(db => DirectoryBulk.MembershipsAsync(db, members.Select(id => id.Value), ct), ct);

    public Task<Page<Principal>> MembersAsync(PrincipalId group, DateTimeOffset now, PageAsk page, CancellationToken ct) => PageAsync(
        db => Rows(db).Where(row => db.Set<MembershipRow>().Any(member => member.GroupId == group.Value && member.MemberId == row.Id
            && member.Start <= now && member.Until > now)),
        page, ct);

    public Task<Page<Principal>> ListGroupsAsync(GroupQuery query, PageAsk page, CancellationToken ct) =>
        PageAsync(db => GroupList.Filtered(db, query), page, ct);

    public Task<IReadOnlyDictionary<PrincipalId, int>> CountMembersAsync(
        IReadOnlyCollection<PrincipalId> groups, DateTimeOffset now, CancellationToken ct)
    {
        var ids = groups.Select(id => id.Value).ToList();
        return session.ReadAsync<IReadOnlyDictionary<PrincipalId, int>>(
            async db => await db.Set<MembershipRow>().Where(row => ids.Contains(row.GroupId) && row.Start <= now && row.Until > now)
                .GroupBy(row => row.GroupId)
                .Select(some => new { Group = some.Key, Count = some.Select(row => row.MemberId).Distinct().Count() })
                .ToDictionaryAsync(some => new PrincipalId(some.Group), some => some.Count, ct),
            ct);
    }

    public Task<Page<Principal>> SearchAsync(string? text, PrincipalKind? kind, PageAsk page, CancellationToken ct)
    {
        var wanted = Search.For(text);
        return PageAsync(
            db => Rows(db).Where(row => (kind == null || row.Kind == kind) && (wanted == null || row.SearchText.Contains(wanted))),
            page, ct);
    }

    public Task<Page<Principal>> ListAsync(PrincipalQuery query, PageAsk page, CancellationToken ct) =>
        PageAsync(db => PrincipalList.Filtered(db, query), page, ct, query.Descending);

    public Task<int> CountAsync(PrincipalQuery query, CancellationToken ct) =>
        session.ReadAsync(db => PrincipalList.Filtered(db, query).CountAsync(ct), ct);

    public Task SaveAsync(Principal principal, CancellationToken ct) => SaveManyAsync([principal], ct);

    public Task SaveManyAsync(IReadOnlyCollection<Principal> principals, CancellationToken ct) => session.WriteAsync(
        async db =>
        {
            await DirectoryBulk.SaveAsync(db, principals, ct);
            return true;
        },
        ct);

    public Task NoteSignInAsync(PrincipalId user, DateTimeOffset now, CancellationToken ct) => session.WriteAsync(
        db => Rows(db).Where(row => row.Id == user.Value)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.LastSignInAt, now), ct),
        ct);

    public Task AddMembershipAsync(Membership membership, CancellationToken ct) => session.WriteAsync(
        async db =>
        {
            if (await db.Set<MembershipRow>().FindAsync([membership.Group.Value, membership.Member.Value, Guid.Empty], ct) is null)
            {
                db.Add(new MembershipRow { GroupId = membership.Group.Value, MemberId = membership.Member.Value });
            }

            return true;
        },
        ct);

    public Task RemoveMembershipAsync(Membership membership, CancellationToken ct) => session.WriteAsync(
        async db =>
        {
            if (await db.Set<MembershipRow>().FindAsync([membership.Group.Value, membership.Member.Value, Guid.Empty], ct) is { } row)
            {
                db.Remove(row);
            }

            return true;
        },
        ct);

    public Task ChangeMembershipsAsync(
        IReadOnlyCollection<Membership> added, IReadOnlyCollection<Membership> removed, CancellationToken ct) => session.WriteAsync(
        async db =>
        {
            await DirectoryBulk.ChangeAsync(db, added, removed, ct);
            return true;
        },
        ct);

    public Task<bool> IsEmptyAsync(CancellationToken ct) => session.ReadAsync(
        async db => !await Rows(db).AnyAsync(row => row.Kind == PrincipalKind.User, ct), ct);

    // One parameter carries all ids, so that there may be any number of them.
    private static IQueryable<PrincipalRow> EnabledUsersIn(RegentDb db, IReadOnlyCollection<PrincipalId> ids, DateTimeOffset now)
    {
        var given = ids.Select(id => id.Value).ToArray();
        return db is PostgresRegentDb
            ? db.Set<PrincipalRow>().FromSqlRaw(UsersInPostgres, given, Moments.InSql(db, now))
            : db.Set<PrincipalRow>().FromSqlRaw(UsersInSqlite, JsonSerializer.Serialize(given), Moments.InSql(db, now));
    }

    private static IQueryable<PrincipalRow> Rows(RegentDb db) => db.Set<PrincipalRow>().AsNoTracking();

    private Task<IReadOnlyList<Principal>> ListAsync(Func<RegentDb, IQueryable<PrincipalRow>> query, CancellationToken ct) =>
        session.ReadAsync<IReadOnlyList<Principal>>(async db => [.. (await query(db).ToListAsync(ct)).Select(row => row.ToCore())], ct);

    private Task<Page<Principal>> PageAsync(
        Func<RegentDb, IQueryable<PrincipalRow>> query, PageAsk page, CancellationToken ct, bool descending = false) =>
        session.ReadAsync(db => (descending ? ByNameBackwards : ByName).PageAsync(query(db), page, row => row.ToCore(), ct), ct);
}
