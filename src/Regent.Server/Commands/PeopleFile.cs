using CsvHelper;
using Regent.Operations.Principals;

namespace Regent.Server.Commands;

/// <summary>A file of people, as it stands.</summary>
/// <param name="Rows">Its lines.</param>
/// <param name="IgnoredColumns">The columns that mean nothing here.</param>
internal sealed record PeopleFile(IReadOnlyList<PersonRow> Rows, IReadOnlyList<string> IgnoredColumns)
{
    private const char NoSuchCharacter = '\uFFFD';

    private static readonly Dictionary<string, Func<PersonRow, string, PersonRow>> Columns = new(StringComparer.OrdinalIgnoreCase)
    {
        ["userPrincipalName"] = (row, value) => row with { UserPrincipalName = value },
        ["displayName"] = (row, value) => row with { DisplayName = value },
        ["mail"] = (row, value) => row with { Mail = value },
        ["id"] = (row, value) => row with { Id = value },
        ["jobTitle"] = (row, value) => row with { JobTitle = value },
        ["department"] = (row, value) => row with { Department = value },
        ["accountEnabled"] = (row, value) => row with { AccountEnabled = value },
        ["memberOf"] = (row, value) => row with { MemberOf = value },
    };

    /// <summary>Reads the file. What is wrong with a line stands in the line; what is wrong with the file is a misuse.</summary>
    public static PeopleFile Read(FileInfo file)
    {
        try
        {
            using var stream = file.OpenRead();
            return Read(stream);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new MisuseException($"{file} cannot be read: {failure.Message}");
        }
    }

    internal static PeopleFile Read(Stream stream)
    {
        string? broken = null;
        var options = CsvReaderOptions.Default with
        {
            Separator = ',',
            TrackLineNumbers = true,
            OnMalformedRecord = record => broken = $"The line is not CSV: {Reason(record.Reason)}.",
        };
        using var reader = CsvReader.Create(stream, options, leaveOpen: true);
        reader.ReadHeader();
        var headers = reader.Headers.Select(header => header.Trim()).ToList();
        CheckHeaders(headers);
        var rows = new List<PersonRow>();
        while (reader.Read())
        {
            rows.Add(Row(reader, headers, broken));
            broken = null;
        }

        return new PeopleFile(rows, [.. headers.Where(header => !Columns.ContainsKey(header))]);
    }

    private static PersonRow Row(CsvReader reader, List<string> headers, string? broken)
    {
        var row = new PersonRow((int)reader.LineNumber);
        for (var i = 0; i < Math.Min(headers.Count, reader.FieldCount); i++)
        {
            row = Columns.TryGetValue(headers[i], out var with) ? with(row, reader.GetString(i)) : row;
        }

        return row with { Unreadable = broken ?? ProblemOf(reader, headers.Count) };
    }

    private static string? ProblemOf(CsvReader reader, int columns)
    {
        if (reader.FieldCount != columns)
        {
            return $"The line has {reader.FieldCount} values for {columns} columns. Put values that hold a comma in quotes.";
        }

        return Enumerable.Range(0, columns).Any(i => reader.GetString(i).Contains(NoSuchCharacter, StringComparison.Ordinal))
            ? "The line is not UTF-8. Save the file as UTF-8."
            : null;
    }

    private static void CheckHeaders(List<string> headers)
    {
        if (!headers.Contains("userPrincipalName", StringComparer.OrdinalIgnoreCase))
        {
            throw new MisuseException(
                "The first line has to name the columns, separated by commas, and userPrincipalName has to be among them.");
        }

        var twice = headers.GroupBy(header => header, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => Columns.ContainsKey(group.Key) && group.Count() > 1);
        if (twice is not null)
        {
            throw new MisuseException($"The column {twice.Key} is there twice. Remove one of them.");
        }
    }

    private static string Reason(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.UnterminatedQuote => "a quoted value is never closed, and swallows the lines after it",
        _ => "a quote stands in the wrong place",
    };
}
