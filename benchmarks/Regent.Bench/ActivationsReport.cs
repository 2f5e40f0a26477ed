using Regent.Core.Roles;

namespace Regent.Bench;

/// <summary>Activations beside plain inserts.</summary>
internal static class ActivationsReport
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(8);

    public static async Task MeasureAsync(List<string> report, Func<int> nextPort)
    {
        report.Add(
            $"`POST …/roleAssignmentScheduleRequests`, answered when request, schedule, record, mails and later work are on disk (SQLite: "
            + $"WAL, synchronous FULL; PostgreSQL: serializable). Beside it the same ten rows as prepared inserts, one transaction each. {Time.TotalSeconds} s a cell.");
        report.AddRange(["", "| database | callers | activations/s | plain inserts/s | ratio |", "|---|---|---|---|---|"]);
        foreach (var open in Database.All())
        {
            await using var database = await open();
            var people = await RunningServer.FillAsync(database, people: 200, schedules: 0, tokens: 200);
            await RunningServer.MakeEligibleAsync(database, people.Select(one => one.Person.Id));
            var asks = new Queue<(int, Guid)>(
                from role in DirectoryRoles.BuiltIn.Where(role => !DirectoryRoles.Readers.Contains(role.Id))
                from person in Enumerable.Range(0, people.Count)
                select (person, role.Id.Value));
            await using var server = await RunningServer.StartAsync(database, nextPort());
            await Activations.PerSecondAsync(server, people, asks, callers: 4, TimeSpan.FromSeconds(3));
            foreach (var callers in new[] { 1, 8, 32 })
            {
                var ours = await Activations.PerSecondAsync(server, people, asks, callers, Time);
                var limit = await PlainInserts.PerSecondAsync(database, callers, Time);
                report.Add($"| {database.Name} | {callers} | {ours:0} | {limit:0} | {limit / ours:0.0} |");
            }
        }
    }
}
