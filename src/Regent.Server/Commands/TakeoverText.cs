using Regent.Api.Graph.Takeover;
using Regent.Operations;

namespace Regent.Server.Commands;

/// <summary>What was taken over from elsewhere, for people to read and scripts to search.</summary>
internal static class TakeoverText
{
    /// <param name="output">Where to.</param>
    /// <param name="entries">Where each line stands.</param>
    /// <param name="report">What came of them.</param>
    public static async Task WriteAsync(TextWriter output, IReadOnlyList<EntraEntry> entries, ImportReport report)
    {
        var told = report.Lines.Where(line => line.Outcome != ImportOutcome.Unchanged)
            .Select(line => (Where: TerminalText.Plain(entries[line.Line - 1].ToString()), Line: line)).ToList();
        var width = told.Count == 0 ? 0 : told.Max(one => one.Where.Length);
        foreach (var (where, line) in told)
        {
            var what = ImportText.Word(line.Outcome, report.IsWritten).PadRight(12);
            var note = line.Message.Length == 0 ? "" : $": {TerminalText.Plain(line.Message)}";
            await output.WriteLineAsync($"{where.PadRight(width)}  {what}  {TerminalText.Plain(line.Name)}{note}".TrimEnd());
        }

        await output.WriteLineAsync(
            $"{report.Count(ImportOutcome.Added)} new, {report.Count(ImportOutcome.Changed)} changed, {report.Count(ImportOutcome.Unchanged)} unchanged, "
            + $"{report.Count(ImportOutcome.LeftOut)} left out, {report.Count(ImportOutcome.Refused)} refused.");
        await output.WriteLineAsync(Advice(report));
    }

    private static string Advice(ImportReport report) => report switch
    {
        { IsWritten: false } => "Nothing was changed. Without --dry-run it is.",
        _ when report.Count(ImportOutcome.Refused) > 0 => "Everything else was taken over. Mend what was refused and import again; nothing is taken over twice.",
        _ => "Done. Let people in: regent invite --user UPN --data DIR.",
    };
}
