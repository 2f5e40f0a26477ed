using Microsoft.EntityFrameworkCore;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>Lists of principals as queries.</summary>
internal static class PrincipalList
{
    public static IQueryable<PrincipalRow> Filtered(RegentDb db, PrincipalQuery query)
    {
        var rows = db.Set<PrincipalRow>().AsNoTracking().Where(row => row.Kind == query.Kind);
        rows = query.Id is { } id ? rows.Where(row => row.Id == id.Value) : rows;
        rows = query.DisplayName is { } name ? Named(rows, name) : rows;
        rows = query.UserPrincipalName is { } signIn ? SigningInAs(rows, signIn) : rows;
        return query.Mail is { } mail ? ReachedAt(rows, mail) : rows;
    }

    /// <summary>Those of this display name.</summary>
    public static IQueryable<PrincipalRow> Named(IQueryable<PrincipalRow> rows, TextMatch name)
    {
        var folded = Search.Fold(name.Text);
        return name.IsBeginning ? rows.Where(row => row.SortName.StartsWith(folded)) : rows.Where(row => row.SortName == folded);
    }

    private static IQueryable<PrincipalRow> SigningInAs(IQueryable<PrincipalRow> rows, TextMatch name)
    {
        var folded = Search.Fold(name.Text);
        return name.IsBeginning ? rows.Where(row => row.FoldedName!.StartsWith(folded)) : rows.Where(row => row.FoldedName == folded);
    }

    private static IQueryable<PrincipalRow> ReachedAt(IQueryable<PrincipalRow> rows, string mail)
    {
        // The address is the last part of the search text.
        var last = $"\n{Search.Fold(mail)}";
        return rows.Where(row => row.Mail != null && row.Mail != "" && row.SearchText.EndsWith(last));
    }
}
