using Regent.Operations.Principals;

namespace Regent.Server.Commands;

/// <summary>A file of people, as it stands.</summary>
/// <param name="Rows">Its lines.</param>
/// <param name="IgnoredColumns">The columns that mean nothing here.</param>
internal sealed record PeopleFile(IReadOnlyList<PersonRow> Rows, IReadOnlyList<string> IgnoredColumns)
{
    /// <summary>The column by which such a file is known.</summary>
    public const string Mark = "userPrincipalName";

    private static readonly CsvColumns<PersonRow> Columns = new(new(StringComparer.OrdinalIgnoreCase)
    {
        [Mark] = (row, value) => row with { UserPrincipalName = value },
        ["displayName"] = (row, value) => row with { DisplayName = value },
        ["mail"] = (row, value) => row with { Mail = value },
        ["id"] = (row, value) => row with { Id = value },
        ["jobTitle"] = (row, value) => row with { JobTitle = value },
        ["department"] = (row, value) => row with { Department = value },
        ["accountEnabled"] = (row, value) => row with { AccountEnabled = value },
        ["memberOf"] = (row, value) => row with { MemberOf = value },
    });

    public static PeopleFile Read(CsvTable table)
    {
        table.RefuseTwice(Columns.Names);
        return new PeopleFile(
            [.. table.Rows.Select(row => Columns.Fill(new PersonRow(row.Line), table, row) with { Unreadable = row.Problem })],
            Columns.IgnoredIn(table));
    }
}
