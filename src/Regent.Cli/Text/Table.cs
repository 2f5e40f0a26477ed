namespace Regent.Cli.Text;

/// <summary>Rows whose columns stand below each other.</summary>
internal static class Table
{
    public static IEnumerable<string> Of(IReadOnlyList<string[]> rows, string indent = "  ")
    {
        var plain = rows.Select(row => row.Select(cell => Plain.Of(cell)).ToArray()).ToList();
        var widths = plain.Count == 0 ? [] : Enumerable.Range(0, plain[0].Length).Select(i => plain.Max(row => row[i].Length)).ToArray();
        return plain.Select(row => (indent + string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i])))).TrimEnd());
    }
}
