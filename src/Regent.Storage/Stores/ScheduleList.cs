using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>Lists of schedules as queries: what they hold, in which order, from where on.</summary>
internal static class ScheduleList
{
    public static IQueryable<ScheduleRow> Filtered(RegentDb db, ScheduleQuery query)
    {
        var rows = InView(db.Set<ScheduleRow>().AsNoTracking().Where(row => row.Kind == query.Kind), query.View, query.Now);
        if (query.Principals is { } principals)
        {
            var ids = principals.Select(id => id.Value).ToList();
            rows = rows.Where(row => ids.Contains(row.PrincipalId));
        }

        rows = query.Role is { } role ? rows.Where(row => row.RoleId == role.Value) : rows;
        rows = query.Scope is { } scope ? rows.Where(row => row.Scope == scope.Value) : rows;
        rows = query.Type is { } type ? rows.Where(row => row.Type == type) : rows;
        if (!string.IsNullOrWhiteSpace(query.Search))
        {
            var pattern = Search.Containing(query.Search);
            rows = rows.Where(row => EF.Functions.Like(row.RoleSort, pattern, @"\")
                || db.Set<PrincipalRow>().Where(person => EF.Functions.Like(person.SearchText, pattern, @"\"))
                    .Select(person => person.Id).Contains(row.PrincipalId));
        }

        return rows;
    }

    public static IQueryable<ScheduleRow> Ordered(IQueryable<ScheduleRow> rows, ScheduleQuery query, Cursor? after) => query.Sort switch
    {
        ScheduleSort.Role => Keyset.Order(rows, row => row.RoleSort, row => row.Id, query.Descending, after?.AsText()),
        ScheduleSort.Principal => Keyset.Order(rows, row => row.PrincipalSort, row => row.Id, query.Descending, after?.AsText()),
        ScheduleSort.Start => Keyset.Order(rows, row => row.Start, row => row.Id, query.Descending, after?.AsMoment()),
        ScheduleSort.End => Keyset.Order(rows, row => row.EffectiveEnd, row => row.Id, query.Descending, after?.AsMoment()),
        _ => throw new UnreachableException(),
    };

    public static Cursor CursorAt(ScheduleRow row, ScheduleSort sort) => sort switch
    {
        ScheduleSort.Role => new Cursor(row.RoleSort, row.Id),
        ScheduleSort.Principal => new Cursor(row.PrincipalSort, row.Id),
        ScheduleSort.Start => Cursor.At(row.Start, row.Id),
        ScheduleSort.End => Cursor.At(row.EffectiveEnd, row.Id),
        _ => throw new UnreachableException(),
    };

    private static IQueryable<ScheduleRow> InView(IQueryable<ScheduleRow> rows, ScheduleView view, DateTimeOffset now) => view switch
    {
        ScheduleView.InForce => rows.Where(row => row.Start <= now && row.EffectiveEnd > now),
        ScheduleView.Open => rows.Where(row => row.EffectiveEnd > now && row.EffectiveEnd > row.Start),
        ScheduleView.Over => rows.Where(row => row.EffectiveEnd <= now && row.EffectiveEnd > row.Start),
        _ => throw new UnreachableException(),
    };
}
