namespace Regent.Bench;

/// <summary>How long many assignments that end at once take to be seen gone.</summary>
internal static class EndingReport
{
    private const int Assignments = 10_000;
    private const int Rounds = 3;

    public static async Task MeasureAsync(List<string> report)
    {
        report.Add(
            $"{Assignments:N0} assignments, {Assignments / 10:N0} people in 10 groups or roles, that begin and end in the same second: until Regent's "
            + "ledger and receipts say of all of them that they were seen there, or gone. Beside it the target's own client (`ldapmodify`, "
            + "`psql`) on one connection, which keeps no ledger and does not look: each by a change of its own (the limit), and, for comparison, "
            + $"all of a group in one change. Seconds, median of {Rounds} rounds in turn; the limit once, in the middle of them.");
        report.AddRange(
        [
            "",
            "| target | database | begin | client | ratio | client, by group | end | client | ratio | client, by group |",
            "|---|---|---|---|---|---|---|---|---|---|",
        ]);
        foreach (var start in BenchTargets.All())
        {
            foreach (var open in Database.All())
            {
                await using var target = await start();
                await using var database = await open();
                var rounds = await new Endings(database, target, Assignments).RunAsync(Rounds);
                report.Add(
                    $"| {target.Name} | {database.Name} "
                    + $"{Cells(rounds, one => one.Began, one => one.Giving, one => one.GivingTogether)}"
                    + $"{Cells(rounds, one => one.Ended, one => one.TakingBack, one => one.TakingBackTogether)}|");
                Console.WriteLine($"{report[^1]} load {await LoadAsync()}");
            }
        }
    }

    private static string Cells(
        IReadOnlyList<EndingTimes> rounds, Func<EndingTimes, TimeSpan> ours, Func<EndingTimes, TimeSpan?> client, Func<EndingTimes, TimeSpan> together)
    {
        var (regent, limit) = (Median(rounds.Select(ours)), Median(rounds.Select(client).OfType<TimeSpan>()));
        return $"| {regent:0.0} | {limit:0.0} | {regent / limit:0.00} | {Median(rounds.Select(together)):0.0} ";
    }

    private static double Median(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToArray();
        return sorted[sorted.Length / 2].TotalSeconds;
    }

    private static async Task<string> LoadAsync() =>
        File.Exists("/proc/loadavg") ? (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0] : "unknown";
}
