namespace Regent.Bench;

/// <summary>How long pages take, by the number of assignments.</summary>
internal static class PagesReport
{
    public static async Task MeasureAsync(List<string> report, Func<int> nextPort)
    {
        report.Add("Whole page over HTTP with its data, median of 30 (slowest), by the number of assignments in the database.");
        report.AddRange(["", "| database | assignments | people | My roles, ms | Assignments, ms | start to ready, s |", "|---|---|---|---|---|---|"]);
        foreach (var open in Database.All())
        {
            foreach (var schedules in new[] { 100, 10_000, 100_000 })
            {
                await using var database = await open();
                var people = await RunningServer.FillAsync(database, people: Math.Max(10, schedules / 10), schedules, tokens: 1);
                await RunningServer.MakeAdministratorAsync(database, people[0].Person.Id);
                await using var server = await RunningServer.StartAsync(database, nextPort());
                var mine = await Pages.TimeAsync(server, people[0].Person, "/my-roles");
                var all = await Pages.TimeAsync(server, people[0].Person, "/assignments");
                report.Add(
                    $"| {database.Name} | {schedules:N0} | {Math.Max(10, schedules / 10):N0} | {mine.Median:0} ({mine.Slowest:0}) | "
                    + $"{all.Median:0} ({all.Slowest:0}) | {server.ReadyAfter.TotalSeconds:0.0} |");
            }
        }
    }
}
