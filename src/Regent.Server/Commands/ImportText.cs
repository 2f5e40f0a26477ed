using Regent.Operations;

namespace Regent.Server.Commands;

/// <summary>What an import did, for people to read and scripts to search.</summary>
internal static class ImportText
{
    /// <param name="output">Where to.</param>
    /// <param name="ignored">The columns that mean nothing.</param>
    /// <param name="report">What the import did.</param>
    /// <param name="invited">Who was let in as well; null where that was not asked.</param>
    /// <param name="forNew">What to do next about what is new.</param>
    public static async Task WriteAsync(
        TextWriter output, IReadOnlyList<string> ignored, ImportReport report, Invitations? invited, string forNew)
    {
        var told = report.Lines.Where(line => line.Outcome != ImportOutcome.Unchanged).ToList();
        var width = told.Count == 0 ? 0 : told.Max(line => TerminalText.Plain(line.Name).Length);
        var number = report.Lines.Count == 0 ? 0 : $"{report.Lines.Max(line => line.Line)}".Length;
        foreach (var line in told)
        {
            var where = $"line {line.Line}".PadRight(number + 5);
            var what = Word(line.Outcome, report.IsWritten).PadRight(12);
            var note = invited?.Links.GetValueOrDefault(line.Name) is { } link ? $"{link.AbsoluteUri}  {TerminalText.Plain(line.Message)}" : TerminalText.Plain(line.Message);
            await output.WriteLineAsync($"{where}  {what}  {TerminalText.Plain(line.Name).PadRight(width)}  {note}".TrimEnd());
        }

        if (ignored.Count > 0)
        {
            await output.WriteLineAsync($"Ignored columns: {TerminalText.Plain(string.Join(", ", ignored))}");
        }

        await output.WriteLineAsync(Sum(report));
        await output.WriteLineAsync(Advice(report, invited, forNew));
    }

    /// <summary>What came of a line, in a word or two.</summary>
    public static string Word(ImportOutcome outcome, bool isWritten) => (outcome, isWritten) switch
    {
        (ImportOutcome.Refused, _) => "refused",
        (ImportOutcome.LeftOut, _) => "left out",
        (ImportOutcome.Added, true) => "new",
        (ImportOutcome.Added, false) => "would be new",
        (ImportOutcome.Changed, true) => "changed",
        (ImportOutcome.Changed, false) => "would change",
        _ => "unchanged",
    };

    private static string Sum(ImportReport report) =>
        $"{report.Lines.Count} {(report.Lines.Count == 1 ? "line" : "lines")}: {report.Count(ImportOutcome.Added)} new, "
        + $"{report.Count(ImportOutcome.Changed)} changed, {report.Count(ImportOutcome.Unchanged)} unchanged, "
        + $"{report.Count(ImportOutcome.Refused)} refused.";

    private static string Advice(ImportReport report, Invitations? invited, string forNew) => (report, invited) switch
    {
        ({ IsWritten: false }, _) => "Nothing was imported. Mend the refused lines, or import the others with --skip-errors.",
        (_, { Mailed: > 0 }) => $"The server sends {invited.Mailed} {(invited.Mailed == 1 ? "invitation" : "invitations")}.",
        (_, { Links.Count: > 0 }) => $"Hand each link to its person. It works once, within {Lifetime.Text(invited.GoodFor)}.",
        _ when report.Count(ImportOutcome.Added) > 0 => forNew,
        _ => "Done.",
    };
}
