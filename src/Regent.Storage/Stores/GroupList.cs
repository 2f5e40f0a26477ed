using Microsoft.EntityFrameworkCore;
using Regent.Core.Assignments;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>Groups as queries. A group and its scope are joined by how the scope spells the group's id.</summary>
internal static class GroupList
{
    private const string ScopeOf = "'/groups/' || lower(cast(principals.id as text))";
    private const string Groups = "select principals.* from principals where kind = 'Group'";
    private const string UnderPim =
        "(exists (select 1 from schedules where schedules.scope = " + ScopeOf + ") "
        + "or exists (select 1 from policies where policies.role_id in ({0}, {1}) and policies.scope = " + ScopeOf + "))";
    private const string GroupsUnderPim = Groups + " and " + UnderPim;
    private const string GroupsBeside = Groups + " and not " + UnderPim;
    private const string Scopes = "select " + ScopeOf + " as \"Value\" from principals where kind = 'Group' and is_role_assignable in ({0}, {1})";

    public static IQueryable<PrincipalRow> Filtered(RegentDb db, GroupQuery query)
    {
        var rows = Placed(db, query.IsUnderPim).AsNoTracking();
        rows = query.Id is { } id ? rows.Where(row => row.Id == id.Value) : rows;
        rows = query.Within is { IsEverywhere: false } reach ? Within(rows, reach) : rows;
        return Search.For(query.Search) is { } wanted ? rows.Where(row => row.SearchText.Contains(wanted)) : rows;
    }

    /// <summary>The scopes of the ordinary groups, and of the role-assignable ones, as far as they are within reach by that.</summary>
    public static IQueryable<string> ScopesIn(RegentDb db, Reach reach) =>
        db.Database.SqlQueryRaw<string>(Scopes, !reach.OrdinaryGroups, reach.RoleAssignableGroups);

    private static IQueryable<PrincipalRow> Placed(RegentDb db, bool? isUnderPim) => isUnderPim switch
    {
        true => db.Set<PrincipalRow>().FromSqlRaw(GroupsUnderPim, GroupRoles.Member.Value, GroupRoles.Owner.Value),
        false => db.Set<PrincipalRow>().FromSqlRaw(GroupsBeside, GroupRoles.Member.Value, GroupRoles.Owner.Value),
        null => db.Set<PrincipalRow>().FromSqlRaw(Groups),
    };

    private static IQueryable<PrincipalRow> Within(IQueryable<PrincipalRow> rows, Reach reach)
    {
        var (ordinary, assignable) = (reach.OrdinaryGroups, reach.RoleAssignableGroups);
        var given = reach.Scopes.Select(scope => scope.Group?.Value).OfType<Guid>().ToList();
        return rows.Where(row => given.Contains(row.Id) || (row.IsRoleAssignable ? assignable : ordinary));
    }
}
