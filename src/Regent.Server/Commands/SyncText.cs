using Regent.Operations;
using Regent.Operations.Synchronisation;

namespace Regent.Server.Commands;

/// <summary>What a run did, for people to read and scripts to search.</summary>
internal static class SyncText
{
    /// <returns>The exit code.</returns>
    public static async Task<int> WriteAsync(TextWriter output, TextWriter error, SyncReport report)
    {
        var isWritten = report.Outcome == SyncOutcome.Written;
        var width = report.Lines.Count == 0 ? 0 : report.Lines.Max(line => TerminalText.Plain(line.Name).Length);
        foreach (var line in report.Lines)
        {
            var what = ImportText.Word(line.Outcome, isWritten).PadRight(12);
            await output.WriteLineAsync($"{what}  {TerminalText.Plain(line.Name).PadRight(width)}  {TerminalText.Plain(line.Message)}".TrimEnd());
        }

        if (report.Outcome != SyncOutcome.Failed)
        {
            await output.WriteLineAsync(Sum(report));
        }

        if (report.Trouble is { } trouble)
        {
            await error.WriteLineAsync(TerminalText.Plain(trouble));
        }

        return report.Outcome is SyncOutcome.Written or SyncOutcome.Rehearsed ? 0 : 1;
    }

    private static string Sum(SyncReport report) =>
        $"{report.People} people and {report.Groups} groups there, {(report.IsWhole ? "all read" : "changes read")}: "
        + $"{report.Count(ImportOutcome.Added)} new, {report.Count(ImportOutcome.Changed)} changed, {report.Disabled} disabled, "
        + $"{report.Left} memberships ended, {report.Count(ImportOutcome.Refused)} refused.";
}
