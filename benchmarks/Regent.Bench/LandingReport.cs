namespace Regent.Bench;

/// <summary>How long an activation takes to be seen in the target.</summary>
internal static class LandingReport
{
    private static readonly double[] Rates = [1, 100];
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(30);

    public static async Task MeasureAsync(List<string> report, Func<int> nextPort)
    {
        report.Add(
            "From sending the request over HTTP to when Regent has read the access back from the target, at a steady rate over "
            + $"{Time.TotalSeconds} s. Asked for: {string.Join(" and ", Rates)} activations a second; where the server does not sustain that, "
            + "7 of 10 of what 8 callers get who wait for each answer.");
        report.AddRange(["", "| target | database | activations/s | median, ms | p99, ms |", "|---|---|---|---|---|"]);
        foreach (var start in BenchTargets.All())
        {
            foreach (var open in Database.All())
            {
                await using var target = await start();
                await using var database = await open();
                report.AddRange((await new Landings(database, target, nextPort()).RunAsync(Rates, Time)).Select(times =>
                    $"| {target.Name} | {database.Name} | {times.Rate:0} | {times.Median * 1000:0} | {times.OneInHundred * 1000:0} |"));
            }
        }
    }
}
