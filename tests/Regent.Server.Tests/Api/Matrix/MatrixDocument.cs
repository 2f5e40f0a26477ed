using System.Text;
using Regent.Server.Tests.Architecture;

namespace Regent.Server.Tests.Api.Matrix;

/// <summary>A page of <c>docs/api</c> that is made by a test: its words stand, its tables are compared line by line.</summary>
internal static class MatrixDocument
{
    private const string Write = "REGENT_WRITE_MATRIX";

    /// <summary>Whether pages are written anew, and not compared.</summary>
    public static bool IsWritten => Environment.GetEnvironmentVariable(Write) is not null;

    /// <summary>Holds a page against what it should say; with REGENT_WRITE_MATRIX set, writes it instead.</summary>
    /// <param name="name">The name of the file.</param>
    /// <param name="made">All of the page.</param>
    /// <param name="keyed">How many cells of a line say what it is about.</param>
    /// <returns>What differs, with what the page says first.</returns>
    public static IReadOnlyList<string> Differences(string name, string made, int keyed)
    {
        var file = Path.Combine(Repository.Root, "docs/api", name);
        if (IsWritten)
        {
            File.WriteAllText(file, made);
        }

        var (written, measured) = (Lines(File.Exists(file) ? File.ReadAllText(file) : "", keyed), Lines(made, keyed));
        return
        [
            .. measured.Where(line => written.GetValueOrDefault(line.Key) != line.Value)
                .Select(line => $"{line.Key}\n  expected: {written.GetValueOrDefault(line.Key, "nothing; the page has no such row")}\n  measured: {line.Value}"),
            .. written.Keys.Where(key => !measured.ContainsKey(key)).Select(key => $"{key}\n  stands in docs/api/{name} and is not there"),
        ];
    }

    /// <summary>A table of Markdown.</summary>
    public static string Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder().AppendLine(Line(columns)).AppendLine(Line([.. columns.Select(_ => "---")]));
        foreach (var row in rows)
        {
            text.AppendLine(Line(row));
        }

        return text.ToString();
    }

    private static string Line(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells)} |";

    // The lines of the page's own tables begin with an address.
    private static Dictionary<string, string> Lines(string page, int keyed) =>
        page.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.TrimStart('|').Split(" | ", keyed + 1))
            .ToDictionary(cells => string.Join(' ', cells[..keyed]).Trim(), cells => cells[^1].TrimEnd('|').Trim());
}
