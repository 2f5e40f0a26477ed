namespace Regent.Server.Commands;

/// <summary>What the columns of a CSV file mean: each puts its value into what a line becomes.</summary>
/// <typeparam name="T">What a line becomes.</typeparam>
internal sealed class CsvColumns<T>(Dictionary<string, Func<T, string, T>> columns)
{
    public IReadOnlyCollection<string> Names => columns.Keys;

    /// <summary>Fills in what the line has for the columns that mean something.</summary>
    public T Fill(T line, CsvTable table, CsvTable.Row row) => table.Headers.Zip(row.Values).Aggregate(
        line, (filled, cell) => columns.TryGetValue(cell.First, out var with) ? with(filled, cell.Second) : filled);

    /// <summary>The columns of a file that mean nothing.</summary>
    public IReadOnlyList<string> IgnoredIn(CsvTable table) => [.. table.Headers.Where(header => !columns.ContainsKey(header))];
}
