using CsvHelper;

namespace Regent.Server.Commands;

/// <summary>A CSV file whose first line names the columns, as it stands.</summary>
/// <param name="Headers">The columns, in the order of the file.</param>
/// <param name="Rows">Its lines.</param>
internal sealed record CsvTable(IReadOnlyList<string> Headers, IReadOnlyList<CsvTable.Row> Rows)
{
    private const char NoSuchCharacter = '\uFFFD';

    /// <summary>Reads the file. What is wrong with a line stands in the line; what is wrong with the file is a misuse.</summary>
    public static CsvTable Read(FileInfo file)
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

    /// <summary>Whether there is such a column, in whatever letter case.</summary>
    public bool Has(string column) => Headers.Contains(column, StringComparer.OrdinalIgnoreCase);

    /// <summary>Refuses a file in which one of these columns is there twice.</summary>
    public void RefuseTwice(IReadOnlyCollection<string> columns)
    {
        var twice = Headers.GroupBy(header => header, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => columns.Contains(group.Key, StringComparer.OrdinalIgnoreCase) && group.Count() > 1);
        if (twice is not null)
        {
            throw new MisuseException($"The column {twice.Key} is there twice. Remove one of them.");
        }
    }

    private static CsvTable Read(Stream stream)
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
        var rows = new List<Row>();
        while (reader.Read())
        {
            string[] values = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
            rows.Add(new Row((int)reader.LineNumber, values, broken ?? ProblemOf(values, headers.Count)));
            broken = null;
        }

        return new CsvTable(headers, rows);
    }

    private static string? ProblemOf(string[] values, int columns)
    {
        if (values.Length != columns)
        {
            return $"The line has {values.Length} values for {columns} columns. Put values that hold a comma in quotes.";
        }

        return values.Any(value => value.Contains(NoSuchCharacter, StringComparison.Ordinal))
            ? "The line is not UTF-8. Save the file as UTF-8."
            : null;
    }

    private static string Reason(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.UnterminatedQuote => "a quoted value is never closed, and swallows the lines after it",
        _ => "a quote stands in the wrong place",
    };

    /// <summary>One line.</summary>
    /// <param name="Line">Its number in the file.</param>
    /// <param name="Values">Its values, as many as there are.</param>
    /// <param name="Problem">Why it could not be read; null when it could.</param>
    internal sealed record Row(int Line, IReadOnlyList<string> Values, string? Problem);
}
