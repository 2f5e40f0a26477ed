using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>Principals by what ties them to a group, a member or a role, to be asked about in further queries.</summary>
internal static class RelatedPrincipals
{
    private const string Below =
        """
        with recursive reached(id) as (
          select member_id from memberships where group_id = {0} and start <= {1} and until > {1}
          union
          select membership.member_id from memberships membership join reached on membership.group_id = reached.id
          where membership.start <= {1} and membership.until > {1})
        select principals.* from principals where id in (select id from reached) and id <> {0}
        """;
    private const string Above =
        """
        with recursive reached(id) as (
          select group_id from memberships where member_id = {0} and start <= {1} and until > {1}
          union
          select membership.group_id from memberships membership join reached on membership.member_id = reached.id
          where membership.start <= {1} and membership.until > {1})
        select principals.* from principals where id in (select id from reached) and id <> {0}
        """;

    public static IQueryable<PrincipalRow> Of(RegentDb db, PrincipalRelation? relation, DateTimeOffset now)
    {
        var all = db.Set<PrincipalRow>().AsNoTracking();
        return relation switch
        {
            null => all,
            PrincipalRelation.MembersOf(var group, false) => all.Where(row => row.Id != group.Value
                && InForce(db, now).Any(member => member.GroupId == group.Value && member.MemberId == row.Id)),
            PrincipalRelation.GroupsOf(var member, false) => all.Where(row => row.Id != member.Value
                && InForce(db, now).Any(membership => membership.MemberId == member.Value && membership.GroupId == row.Id)),
            PrincipalRelation.MembersOf(var group, true) => Reached(db, Below, group, now),
            PrincipalRelation.GroupsOf(var member, true) => Reached(db, Above, member, now),
            PrincipalRelation.OwnersOf(var group) => Assigned(db, all, GroupRoles.Owner, Scope.OfGroup(group), now),
            PrincipalRelation.HoldersOf(var role) => Assigned(db, all, role, Scope.Tenant, now),
            _ => throw new UnreachableException(),
        };
    }

    private static IQueryable<MembershipRow> InForce(RegentDb db, DateTimeOffset now) =>
        db.Set<MembershipRow>().Where(row => row.Start <= now && row.Until > now);

    private static IQueryable<PrincipalRow> Reached(RegentDb db, string sql, PrincipalId from, DateTimeOffset now) =>
        db.Set<PrincipalRow>().FromSqlRaw(sql, from.Value, Moments.InSql(db, now)).AsNoTracking();

    private static IQueryable<PrincipalRow> Assigned(
        RegentDb db, IQueryable<PrincipalRow> rows, RoleDefinitionId role, Scope scope, DateTimeOffset now)
    {
        var (held, where) = (role.Value, scope.Value);
        return rows.Where(row => db.Set<ScheduleRow>().Any(schedule => schedule.PrincipalId == row.Id
            && schedule.Scope == where && schedule.RoleId == held && schedule.Kind == ScheduleKind.Assignment
            && schedule.Start <= now && schedule.EffectiveEnd > now));
    }
}
