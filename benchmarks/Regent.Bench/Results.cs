using System.Runtime.InteropServices;

namespace Regent.Bench;

/// <summary>The page of figures, a section for each bench.</summary>
internal sealed class Results
{
    private const string Mark = "## ";

    private readonly string path;
    private readonly Dictionary<string, List<string>> sections = [];
    private IReadOnlyList<string> order = [];

    private Results(string path) => this.path = path;

    /// <summary>Reads the sections there are.</summary>
    public static async Task<Results> ReadAsync(string path)
    {
        var results = new Results(path);
        List<string>? section = null;
        foreach (var line in File.Exists(path) ? await File.ReadAllLinesAsync(path) : [])
        {
            if (line.StartsWith(Mark, StringComparison.Ordinal))
            {
                section = results.sections[line[Mark.Length..]] = [];
            }
            else
            {
                section?.Add(line);
            }
        }

        return results;
    }

    /// <summary>Adds a section, or replaces it.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="lines">What it says.</param>
    /// <param name="titles">The order of the sections; others come last.</param>
    public void Put(string title, List<string> lines, IReadOnlyList<string> titles)
    {
        sections[title] = lines;
        order = titles;
    }

    public async Task WriteAsync()
    {
        var lines = new List<string>
        {
            "# Figures",
            "",
            $"Written by `./bench`. {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, .NET {Environment.Version}; "
                + "server, load and database on the same machine. Read them as ratios.",
        };
        foreach (var title in order.Where(sections.ContainsKey).Concat(sections.Keys.Except(order)))
        {
            lines.AddRange(["", Mark + title, "", .. Trimmed(sections[title])]);
        }

        await File.WriteAllLinesAsync(path, lines);
    }

    private static IEnumerable<string> Trimmed(List<string> lines) =>
        lines.SkipWhile(line => line.Length == 0).Reverse().SkipWhile(line => line.Length == 0).Reverse();
}
