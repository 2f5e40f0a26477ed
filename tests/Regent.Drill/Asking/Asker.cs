using System.Collections.Concurrent;
using System.Diagnostics;
using Regent.Drill.Orders;
using Regent.Drill.Site;
using Regent.Drill.Watching;

namespace Regent.Drill.Asking;

/// <summary>
/// Asks for the roles of everybody in bursts: activations, extensions, early ends, removals. Between bursts the clock leaps, but only
/// while nothing is owed in any target that could be reached: pauses of the product are never shortened by it.
/// </summary>
internal sealed class Asker(DrillSite site, Random random, DrillPlan plan, IReadOnlyList<Watch> watches)
{
    private const int SmallestBurst = 6;
    private const int LargestBurst = 20;
    private const int LongestLeap = 60;
    private const int MostFaults = 5;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    private readonly AskDesk desk = new(site, random);
    private readonly ConcurrentDictionary<Act, int> accepted = new();

    /// <summary>How many asks were accepted, by what was asked.</summary>
    public IReadOnlyDictionary<Act, int> Accepted => accepted;

    public AskDesk Desk => desk;

    public bool IsDone => accepted.GetValueOrDefault(Act.Activate) >= plan.Activations || IsHopeless;

    /// <summary>Whether so much is wrong that more of the drill would show nothing new.</summary>
    public bool IsHopeless => watches.Sum(watch => watch.Faults.Count) >= MostFaults;

    /// <summary>Asks until enough was accepted, and then on as long as others want to go on.</summary>
    public async Task WorkAsync(Func<bool> goesOn)
    {
        var open = new List<Task>();
        while (!IsDone || goesOn())
        {
            if (!site.Regent.IsWorking)
            {
                // Time leaps then too, by whoever killed it.
                await Task.Delay(BetweenLooks);
                continue;
            }

            open.RemoveAll(task => task.IsCompletedSuccessfully);
            open.AddRange(Burst().Select(pair => AskAsync(pair.Slot, pair.Act)).ToList());
            await UntilAsync(() => open.TrueForAll(task => task.IsCompleted) || !site.Regent.IsWorking);
            await SettleAsync();
            if (site.Regent.IsWorking)
            {
                await site.Time.LeapAsync(TimeSpan.FromSeconds(random.Next(1, LongestLeap)), site.Regent);
            }
        }

        await Task.WhenAll(open);
    }

    /// <summary>Lets all time pass that anything lasts, and everything settle.</summary>
    public async Task FinishAsync()
    {
        await SettleAsync();
        while (site.Time.Earliest <= site.Roster.LastEnd() && !IsHopeless)
        {
            await site.Time.LeapAsync(TimeSpan.FromSeconds(random.Next(1, 2 * LongestLeap)), site.Regent);
            await SettleAsync();
        }
    }

    private async Task AskAsync(Slot slot, Act act)
    {
        if (await desk.AskAsync(slot, act))
        {
            accepted.AddOrUpdate(act, 1, (_, count) => count + 1);
        }
    }

    private List<(Slot Slot, Act Act)> Burst()
    {
        var now = site.Time.Latest;
        var asks = new List<(Slot, Act)>();
        for (var left = random.Next(SmallestBurst, LargestBurst); left > 0; left--)
        {
            var slot = site.Roster.Slots[random.Next(site.Roster.Slots.Count)];
            if (!slot.IsBusy && Choose(slot, now) is { } act)
            {
                slot.IsBusy = true;
                asks.Add((slot, act));
            }
        }

        return asks;
    }

    // What runs is mostly left to run.
    private Act? Choose(Slot slot, DateTimeOffset now) => (slot.OpenAt(now), slot.Role.IsGiven, random.Next(10)) switch
    {
        (null, true, _) => Act.Give,
        (null, false, 0) when slot.IsEligible => Act.LoseEligibility,
        (null, false, _) => slot.IsEligible ? Act.Activate : Act.BecomeEligible,
        (_, true, < 2) => Act.Change,
        (_, _, 2) => Act.Remove,
        (_, false, 3) => Act.LoseEligibility,
        (_, false, 4) => Act.Deactivate,
        (_, false, 5) => Act.Extend,
        _ => null,
    };

    private async Task SettleAsync()
    {
        var (began, patience) = (Stopwatch.GetTimestamp(), plan.Limit * 2);
        await UntilAsync(() => watches.All(watch => !watch.Uptime.IsUp || watch.IsClearSince(began)) || IsHopeless || Stopwatch.GetElapsedTime(began) > patience);
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            await Task.Delay(BetweenLooks);
        }
    }
}
