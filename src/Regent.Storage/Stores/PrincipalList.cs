using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>Lists of principals as queries.</summary>
internal static class PrincipalList
{
    public static IQueryable<PrincipalRow> Filtered(RegentDb db, PrincipalQuery query)
    {
        var rows = Marked(RelatedPrincipals.Of(db, query.Relation, query.At), query);
        if (query.Ids is { } ids)
        {
            var wanted = ids.Select(id => id.Value).ToArray();
            rows = rows.Where(row => wanted.Contains(row.Id));
        }

        rows = query.DisplayName is { } name ? Named(rows, name) : rows;
        rows = query.UserPrincipalName is { } signIn ? SigningInAs(rows, signIn) : rows;
        rows = query.Mail is { } mail ? ReachedAt(rows, mail) : rows;
        return query.Search is { } search ? Found(rows, search) : rows;
    }

    private static IQueryable<PrincipalRow> Marked(IQueryable<PrincipalRow> rows, PrincipalQuery query)
    {
        var kinds = query.Kinds.ToArray();
        rows = kinds.Length > 0 ? rows.Where(row => kinds.Contains(row.Kind)) : rows;
        rows = query.AppId is { } app ? rows.Where(row => row.AppId == app) : rows;
        rows = query.IsRoleAssignable is { } assignable ? rows.Where(row => row.IsRoleAssignable == assignable) : rows;
        rows = query.IsEnabled is { } enabled ? rows.Where(row => row.IsEnabled == enabled) : rows;
        return query.HasMail is { } mail ? rows.Where(row => (row.Mail != null) == mail) : rows;
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

    private static IQueryable<PrincipalRow> Found(IQueryable<PrincipalRow> rows, PrincipalSearch search)
    {
        var (name, signIn, mail) = (Search.For(search.DisplayName), Search.For(search.UserPrincipalName), Search.For(search.Mail));

        // The address is the last part of the search text.
        return rows.Where(row => (name != null && row.SortName.Contains(name))
            || (signIn != null && row.FoldedName!.Contains(signIn))
            || (mail != null && row.Mail != null && row.SearchText.Substring(row.SearchText.Length - row.Mail.Length).Contains(mail)));
    }
}
