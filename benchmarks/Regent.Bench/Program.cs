using System.Globalization;
using System.Runtime.InteropServices;
using Regent.Bench;
using Regent.Core.Roles;

// Usage: Regent.Bench RESULTS.md; PostgreSQL is measured when REGENT_TEST_POSTGRES names a server.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var time = TimeSpan.FromSeconds(8);
var port = 5480;
var report = new List<string>();
report.AddRange(["# Figures", ""]);
report.Add(
    $"Written by `./bench`. {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, .NET {Environment.Version}; "
    + "server, load and database on the same machine. Read them as ratios.");
report.Add("");

await MeasureActivationsAsync();
await MeasurePagesAsync();
await File.WriteAllLinesAsync(args[0], report);
Console.WriteLine(string.Join('\n', report));
return 0;

async Task MeasureActivationsAsync()
{
    report.AddRange(["## Durable activations per second", ""]);
    report.Add(
        $"`POST …/roleAssignmentScheduleRequests`, answered when request, schedule, record, mails and later work are on disk (SQLite: "
        + $"WAL, synchronous FULL; PostgreSQL: serializable). Beside it the same ten rows as prepared inserts, one transaction each. {time.TotalSeconds} s a cell.");
    report.AddRange(["", "| database | callers | activations/s | plain inserts/s | ratio |", "|---|---|---|---|---|"]);
    foreach (var open in Databases())
    {
        await using var database = await open();
        var people = await RunningServer.FillAsync(database, people: 200, schedules: 0, tokens: 200);
        await RunningServer.MakeEligibleAsync(database, people.Select(one => one.Person.Id));
        var asks = new Queue<(int, Guid)>(
            from role in DirectoryRoles.BuiltIn.Where(role => !DirectoryRoles.Readers.Contains(role.Id))
            from person in Enumerable.Range(0, people.Count)
            select (person, role.Id.Value));
        await using var server = await RunningServer.StartAsync(database, port++);
        await Activations.PerSecondAsync(server, people, asks, callers: 4, TimeSpan.FromSeconds(3));
        foreach (var callers in new[] { 1, 8, 32 })
        {
            var ours = await Activations.PerSecondAsync(server, people, asks, callers, time);
            var limit = await PlainInserts.PerSecondAsync(database, callers, time);
            report.Add($"| {database.Name} | {callers} | {ours:0} | {limit:0} | {limit / ours:0.0} |");
        }
    }
}

async Task MeasurePagesAsync()
{
    report.AddRange(["", "## Pages", ""]);
    report.Add("Whole page over HTTP with its data, median of 30 (slowest), by the number of assignments in the database.");
    report.AddRange(["", "| database | assignments | people | My roles, ms | Assignments, ms | start to ready, s |", "|---|---|---|---|---|---|"]);
    foreach (var open in Databases())
    {
        foreach (var schedules in new[] { 100, 10_000, 100_000 })
        {
            await using var database = await open();
            var people = await RunningServer.FillAsync(database, people: Math.Max(10, schedules / 10), schedules, tokens: 1);
            await RunningServer.MakeAdministratorAsync(database, people[0].Person.Id);
            await using var server = await RunningServer.StartAsync(database, port++);
            var mine = await Pages.TimeAsync(server, people[0].Person, "/my-roles");
            var all = await Pages.TimeAsync(server, people[0].Person, "/assignments");
            report.Add(
                $"| {database.Name} | {schedules:N0} | {Math.Max(10, schedules / 10):N0} | {mine.Median:0} ({mine.Slowest:0}) | "
                + $"{all.Median:0} ({all.Slowest:0}) | {server.ReadyAfter.TotalSeconds:0.0} |");
        }
    }
}

static IEnumerable<Func<Task<Database>>> Databases()
{
    yield return () => Task.FromResult(Database.Sqlite());
    if (Environment.GetEnvironmentVariable("REGENT_TEST_POSTGRES") is { Length: > 0 } server)
    {
        yield return () => Database.PostgresAsync(server);
    }
}
