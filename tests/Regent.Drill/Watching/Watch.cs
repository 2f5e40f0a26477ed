using System.Diagnostics;
using Regent.Core.Targets;
using Regent.Drill.Asking;
using Regent.Drill.Site;
using Regent.Operations.Ports;

namespace Regent.Drill.Watching;

/// <summary>Looks at one target over and over, compares it with what the asks add up to, and times whatever is not so.</summary>
internal sealed class Watch(DrillSite site, int target, DrillPlan plan)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(25);

    private readonly DrilledTarget drilled = site.Targets[target];
    private readonly Roster roster = site.Roster;
    private readonly DrillTime time = site.Time;
    private readonly Dictionary<Holding, Odd> odd = [];
    private readonly List<string> faults = [];
    private long lookedAt = Stopwatch.GetTimestamp();
    private TimeSpan wellAtLook;
    private long clearLook;

    /// <summary>What was there though nothing covered it.</summary>
    public Longest Excess { get; } = new();

    /// <summary>What was missing though something covered it.</summary>
    public Longest Absence { get; } = new();

    /// <summary>Looks that got an answer.</summary>
    public int Looks { get; private set; }

    /// <summary>What took longer than the limit.</summary>
    public IReadOnlyList<string> Faults => faults;

    public Uptime Uptime => drilled.Uptime;

    public string Name => drilled.Name;

    /// <summary>Whether a look that began after a moment found everything as it should be.</summary>
    public bool IsClearSince(long moment) => Interlocked.Read(ref clearLook) >= moment;

    public async Task WatchAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await LookAsync();
            await Task.Delay(BetweenLooks, CancellationToken.None);
        }
    }

    private async Task LookAsync()
    {
        var (began, from) = (Stopwatch.GetTimestamp(), time.Earliest);
        var well = Uptime.Total;
        if (await drilled.Eye.LookAsync(CancellationToken.None) is not { } held)
        {
            return;
        }

        var to = time.Latest;
        Looks++;
        var isClear = true;
        foreach (var holding in roster.Holdings(target))
        {
            isClear &= Note(holding, roster.Has(target, holding, from, to), held.Contains(holding));
        }

        foreach (var strange in held.Where(one => !roster.Holdings(target).Contains(one)))
        {
            faults.Add($"{Name}: {strange} was never asked for.");
        }

        foreach (var (holding, _) in odd.Where(pair => pair.Value is { IsLate: true, IsReported: false }).ToList())
        {
            odd[holding].IsReported = true;
            faults.Add($"{Name}: {holding} {odd[holding].Words}. {await ExplainAsync(holding)}");
        }

        (lookedAt, wellAtLook) = (began, well);
        Interlocked.Exchange(ref clearLook, isClear ? began : clearLook);
    }

    // What is not known for sure neither begins nor ends anything.
    private bool Note(Holding holding, bool? isCovered, bool isThere)
    {
        if (isCovered is not { } covered)
        {
            return false;
        }

        if (odd.TryGetValue(holding, out var known) && (covered == isThere || known.IsExcess != isThere))
        {
            Time(holding, known);
            odd.Remove(holding);
        }

        if (covered == isThere)
        {
            return true;
        }

        if (odd.TryAdd(holding, new Odd(IsExcess: isThere, lookedAt, wellAtLook)))
        {
            (isThere ? Excess : Absence).NoteOne();
        }

        Time(holding, odd[holding]);
        return false;
    }

    private void Time(Holding holding, Odd one)
    {
        var together = Uptime.Total - one.WellBefore;
        if (Uptime.Since is not { } wellSince)
        {
            return;
        }

        var undisturbed = wellSince <= one.Since;
        var since = Stopwatch.GetElapsedTime(undisturbed ? one.Since : wellSince);
        (one.IsExcess ? Excess : Absence).Note(undisturbed, since, together);
        if ((since > plan.Limit || together > plan.LimitInAll) && !one.IsLate)
        {
            one.Words = $"{(one.IsExcess ? "was still there, covered by nothing," : "was still missing")} {since.TotalMilliseconds:0} ms after all was "
                + $"well, {together.TotalMilliseconds:0} ms of working time in all, at {time.Latest:HH:mm:ss.fff}";
        }
    }

    private async Task<string> ExplainAsync(Holding holding)
    {
        var entry = await site.The<ILedger>().FindLineAsync(drilled.Id, holding, CancellationToken.None);
        var health = (await site.The<ITargetStore>().HealthAsync(CancellationToken.None)).GetValueOrDefault(drilled.Id);
        var due = await site.The<ITargetAgenda>().NextDueAsync(drilled.Id, TargetShare.Access, CancellationToken.None);
        return $"In the ledger: {entry}. Due next: {due:HH:mm:ss.fff}. {health}";
    }
}
