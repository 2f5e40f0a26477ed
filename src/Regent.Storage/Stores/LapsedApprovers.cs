using Microsoft.EntityFrameworkCore;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>Settings that name approvers of whom none is left: disabled, gone, or members of groups that have become empty.</summary>
internal static class LapsedApprovers
{
    private const string Sql =
        """
        with recursive reached(root, id) as (
          select distinct principal_id, principal_id from policy_approvers
          union
          select reached.root, membership.member_id from memberships membership join reached on membership.group_id = reached.id
          where membership.start <= {0} and membership.until > {0}),
        living(root) as (
          select distinct reached.root from reached join principals on principals.id = reached.id
          where principals.kind = 'User' and principals.is_enabled)
        select named.* from policy_approvers named where not exists (
          select 1 from policy_approvers other join living on living.root = other.principal_id
          where other.role_id = named.role_id and other.scope = named.scope)
        """;

    /// <summary>The approvers such settings name, to be asked about in further queries.</summary>
    public static IQueryable<PolicyApproverRow> At(RegentDb db, DateTimeOffset now) =>
        db.Set<PolicyApproverRow>().FromSqlRaw(Sql, Moments.InSql(db, now)).AsNoTracking();
}
