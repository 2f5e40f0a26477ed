using Microsoft.EntityFrameworkCore;
using Regent.Core.Principals;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>Climbs from a principal to every group it is in. A way up lasts as long as its shortest step, the best way counts.</summary>
internal static class GroupsAbove
{
    private const string Sql =
        """
        with recursive above(id, until) as (
          select group_id, until from memberships where member_id = {0} and start <= {1} and until > {1}
          union
          select membership.group_id, case when membership.until < above.until then membership.until else above.until end
          from memberships membership join above on membership.member_id = above.id
          where membership.start <= {1} and membership.until > {1})
        select id as group_id, {0} as member_id, {2} as schedule_id, {1} as start, max(until) as until from above group by id
        """;

    public static async Task<IReadOnlyDictionary<PrincipalId, DateTimeOffset?>> OfAsync(
        RegentDb db, PrincipalId id, DateTimeOffset now, CancellationToken ct) =>
        (await db.Set<MembershipRow>().FromSqlRaw(Sql, id.Value, Moments.InSql(db, now), Guid.Empty).AsNoTracking().ToListAsync(ct))
            .Where(row => row.GroupId != id.Value)
            .ToDictionary(
                row => new PrincipalId(row.GroupId), row => row.Until == ScheduleRow.Forever ? (DateTimeOffset?)null : row.Until);
}
