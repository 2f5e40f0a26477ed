using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Bench;

/// <summary>Activations asked for over HTTP at a steady rate, each timed from the request to when Regent has seen it in the target.</summary>
internal sealed class Landings(Database database, IBenchTarget target, int port)
{
    private const int People = 200;
    private const int Callers = 8;

    // What callers get who wait for each answer leaves no room for anything else.
    private const double Share = 0.7;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    /// <summary>Tries each rate for a time; one that is higher than what the server sustains is lowered to that.</summary>
    public async Task<IReadOnlyList<LandingTimes>> RunAsync(IReadOnlyList<double> rates, TimeSpan time)
    {
        var people = await RunningServer.FillAsync(database, People, schedules: 0, tokens: People);
        await RunningServer.MakeEligibleAsync(database, people.Select(one => one.Person.Id));
        RoleDefinitionId[] roles = [.. DirectoryRoles.BuiltIn.Where(role => !DirectoryRoles.Readers.Contains(role.Id)).Select(role => role.Id)];
        var entitlements = await target.FillAsync(People, roles.Length);
        await using var services = RunningServer.Services(database);
        await LiveTarget.AddAsync(services, target, roles, entitlements);
        var asks = new Queue<(int, Guid)>(from role in roles from person in Enumerable.Range(0, People) select (person, role.Value));
        await using var server = await RunningServer.StartAsync(database, port);
        await Activations.PerSecondAsync(server, people, asks, Callers, WarmUp);
        var sustained = await Activations.PerSecondAsync(server, people, asks, Callers, TimeSpan.FromSeconds(8)) * Share;
        var times = new List<LandingTimes>();
        foreach (var rate in rates.Select(rate => Math.Min(rate, sustained)))
        {
            var asked = await AskAsync(server, services.GetRequiredService<TimeProvider>(), people, asks, rate, time);
            times.Add(new LandingTimes(rate, await SecondsAsync(services.GetRequiredService<ILedger>(), asked)));
        }

        return times;
    }

    // Each is sent when it is due, whether or not those before it were answered.
    private static async Task<IReadOnlyDictionary<ScheduleId, DateTimeOffset>> AskAsync(
        RunningServer server, TimeProvider clock, IReadOnlyList<(Principal Person, string Token)> people, Queue<(int Person, Guid Role)> asks,
        double rate, TimeSpan time)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        var running = new List<Task<(Guid Schedule, DateTimeOffset At)>>();
        var watch = Stopwatch.StartNew();
        for (var number = 0; number < rate * time.TotalSeconds; number++)
        {
            var wait = TimeSpan.FromSeconds(number / rate) - watch.Elapsed;
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
            running.Add(AskAsync(client, clock, people, asks.Dequeue()));
        }

        return (await Task.WhenAll(running)).ToDictionary(one => new ScheduleId(one.Schedule), one => one.At);
    }

    private static async Task<(Guid Schedule, DateTimeOffset At)> AskAsync(
        HttpClient client, TimeProvider clock, IReadOnlyList<(Principal Person, string Token)> people, (int Person, Guid Role) ask)
    {
        var now = clock.GetUtcNow();
        return (await Activations.AskAsync(client, people[ask.Person], ask.Role), now);
    }

    // The server's clock is that of this machine.
    private static async Task<IReadOnlyList<double>> SecondsAsync(ILedger ledger, IReadOnlyDictionary<ScheduleId, DateTimeOffset> asked)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(BetweenLooks))
        {
            var receipts = await ledger.ReceiptsAsync([.. asked.Keys], CancellationToken.None);
            if (receipts.Count == asked.Count && receipts.All(one => one.Receipt.ObservedAt is not null))
            {
                return [.. receipts.Select(one => (one.Receipt.ObservedAt!.Value - asked[one.Receipt.Schedule]).TotalSeconds).Order()];
            }
        }

        throw new InvalidOperationException($"Not all {asked.Count} activations were seen in the target after {Patience.TotalMinutes} minutes.");
    }
}
