using Regent.Operations.Principals;

namespace Regent.Server.Commands;

/// <summary>What an import did, for people to read and scripts to search.</summary>
internal static class ImportText
{
    public static async Task WriteAsync(TextWriter output, PeopleFile people, ImportReport report, Invitations? invited)
    {
        var told = report.Lines.Where(line => line.Outcome != ImportOutcome.Unchanged).ToList();
        var width = told.Count == 0 ? 0 : told.Max(line => Plain(line.Name).Length);
        var number = report.Lines.Count == 0 ? 0 : $"{report.Lines.Max(line => line.Line)}".Length;
        foreach (var line in told)
        {
            var where = $"line {line.Line}".PadRight(number + 5);
            var what = Word(line.Outcome, report.IsWritten).PadRight(12);
            var note = invited?.Links.GetValueOrDefault(line.Name) is { } link ? $"{link.AbsoluteUri}  {Plain(line.Message)}" : Plain(line.Message);
            await output.WriteLineAsync($"{where}  {what}  {Plain(line.Name).PadRight(width)}  {note}".TrimEnd());
        }

        if (people.IgnoredColumns.Count > 0)
        {
            await output.WriteLineAsync($"Ignored columns: {Plain(string.Join(", ", people.IgnoredColumns))}");
        }

        await output.WriteLineAsync(Sum(report));
        await output.WriteLineAsync(Advice(report, invited));
    }

    private static string Word(ImportOutcome outcome, bool isWritten) => (outcome, isWritten) switch
    {
        (ImportOutcome.Refused, _) => "refused",
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

    private static string Advice(ImportReport report, Invitations? invited) => (report, invited) switch
    {
        ({ IsWritten: false }, _) => "Nothing was imported. Mend the refused lines, or import the others with --skip-errors.",
        (_, { Mailed: > 0 }) => $"The server sends {invited.Mailed} {(invited.Mailed == 1 ? "invitation" : "invitations")}.",
        (_, { Links.Count: > 0 }) => $"Hand each link to its person. It works once, within {Lifetime.Text(invited.GoodFor)}.",
        _ when report.Count(ImportOutcome.Added) > 0 =>
            "New people choose a password first. Print a link for each: regent invite --user UPN --data DIR, or let them ask for one on the sign-in page.",
        _ => "Done.",
    };

    /// <summary>Text of a file must not command the terminal it is shown on.</summary>
    private static string Plain(string text) => new([.. text.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter)]);
}
