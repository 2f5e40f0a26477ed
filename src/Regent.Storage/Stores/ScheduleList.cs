using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>Lists of schedules as queries: what they hold, in which order, from where on.</summary>
internal static class ScheduleList
{
    private static readonly Dictionary<(ScheduleSort, bool), IKeyset<ScheduleRow>> Orders =
        Enum.GetValues<ScheduleSort>().SelectMany(sort => new[] { (sort, false), (sort, true) }).ToDictionary(one => one, OrderBy);

    public static IQueryable<ScheduleRow> Filtered(RegentDb db, ScheduleQuery query)
    {
        var rows = InView(db.Set<ScheduleRow>().AsNoTracking().Where(row => row.Kind == query.Kind), query.View, query.Now);
        rows = query.Id is { } id ? rows.Where(row => row.Id == id.Value) : rows;
        if (query.Principals is { } principals)
        {
            var ids = principals.Select(id => id.Value).ToList();
            rows = rows.Where(row => ids.Contains(row.PrincipalId));
        }

        rows = query.System is { } system ? rows.Where(row => row.System == system) : rows;
        rows = query.Role is { } role ? rows.Where(row => row.RoleId == role.Value) : rows;
        rows = query.Scope is { } scope ? rows.Where(row => row.Scope == scope.Value) : rows;
        rows = query.Within is { IsEverywhere: false } reach ? rows.Where(PlacesWithin.Of<ScheduleRow>(db, reach, row => row.Scope)) : rows;
        rows = query.Around is { } around ? rows.Where(PlacesWithin.Of<ScheduleRow>(db, around, row => row.Scope)) : rows;
        rows = query.Type is { } type ? rows.Where(row => row.Type == type) : rows;
        rows = Named(rows, query);
        if (Search.For(query.Search) is { } wanted)
        {
            rows = rows.Where(row => row.RoleSort.Contains(wanted) || row.PrincipalSort.Contains(wanted)
                || db.Set<PrincipalRow>().Where(person => person.FoldedName!.Contains(wanted)).Select(person => person.Id)
                    .Contains(row.PrincipalId));
        }

        return rows;
    }

    public static IKeyset<ScheduleRow> Order(ScheduleQuery query) => Orders[(query.Sort, query.Descending)];

    private static IQueryable<ScheduleRow> Named(IQueryable<ScheduleRow> rows, ScheduleQuery query)
    {
        if (query.RoleName is { } role)
        {
            var wanted = Search.Fold(role.Text);
            rows = role.IsBeginning ? rows.Where(row => row.RoleSort.StartsWith(wanted)) : rows.Where(row => row.RoleSort == wanted);
        }

        if (query.PrincipalName is { } principal)
        {
            var wanted = Search.Fold(principal.Text);
            rows = principal.IsBeginning
                ? rows.Where(row => row.PrincipalSort.StartsWith(wanted))
                : rows.Where(row => row.PrincipalSort == wanted);
        }

        return rows;
    }

    private static IQueryable<ScheduleRow> InView(IQueryable<ScheduleRow> rows, ScheduleView view, DateTimeOffset now) => view switch
    {
        ScheduleView.InForce => rows.Where(row => row.Start <= now && row.EffectiveEnd > now),
        ScheduleView.Open => rows.Where(row => row.EffectiveEnd > now && row.EffectiveEnd > row.Start),
        ScheduleView.Planned => rows.Where(row => row.Start > now && row.EffectiveEnd > row.Start),
        ScheduleView.Over => rows.Where(row => row.EffectiveEnd <= now && row.EffectiveEnd > row.Start),
        _ => throw new UnreachableException(),
    };

    private static IKeyset<ScheduleRow> OrderBy((ScheduleSort Sort, bool Descending) order) => order.Sort switch
    {
        ScheduleSort.Role => new Keyset<ScheduleRow, string, Guid>(row => row.RoleSort, row => row.Id, order.Descending),
        ScheduleSort.Principal => new Keyset<ScheduleRow, string, Guid>(row => row.PrincipalSort, row => row.Id, order.Descending),
        ScheduleSort.Start => new Keyset<ScheduleRow, DateTimeOffset, Guid>(row => row.Start, row => row.Id, order.Descending),
        ScheduleSort.End => new Keyset<ScheduleRow, DateTimeOffset, Guid>(row => row.EffectiveEnd, row => row.Id, order.Descending),
        ScheduleSort.Created => new Keyset<ScheduleRow, DateTimeOffset, Guid>(row => row.CreatedAt, row => row.Id, order.Descending),
    };
}
