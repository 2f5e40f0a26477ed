using Regent.Operations.Roles;

namespace Regent.Server.Commands;

/// <summary>A file of scopes, as it stands.</summary>
/// <param name="Lines">Its lines.</param>
/// <param name="IgnoredColumns">The columns that mean nothing here.</param>
internal sealed record ScopesFile(IReadOnlyList<ScopeLine> Lines, IReadOnlyList<string> IgnoredColumns)
{
    private static readonly CsvColumns<ScopeLine> Columns = new(new(StringComparer.OrdinalIgnoreCase)
    {
        ["id"] = (line, value) => line with { Id = value },
        ["displayName"] = (line, value) => line with { DisplayName = value },
        ["parent"] = (line, value) => line with { Parent = value },
    });

    // A file of people may have lost the column it is known by; these it keeps.
    private static readonly string[] OfPeople = ["mail", "jobTitle", "department", "accountEnabled", "memberOf"];

    /// <summary>Whether this is a file of scopes, by its first line.</summary>
    public static bool Is(CsvTable table) => table.Has("id") && !table.Has(PeopleFile.Mark) && !OfPeople.Any(table.Has);

    public static ScopesFile Read(CsvTable table)
    {
        table.RefuseTwice(Columns.Names);
        return new ScopesFile(
            [.. table.Rows.Select(row => Columns.Fill(new ScopeLine(row.Line), table, row) with { Unreadable = row.Problem })],
            Columns.IgnoredIn(table));
    }
}
