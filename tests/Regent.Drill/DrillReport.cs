using Regent.Drill.Asking;
using Regent.Drill.Faults;
using Regent.Drill.Orders;
using Regent.Drill.Site;
using Regent.Drill.Watching;

namespace Regent.Drill;

/// <summary>What a drill did and saw.</summary>
internal sealed class DrillReport
{
    private const int MostFaults = 40;

    private readonly List<string> lines = [];

    public DrillReport(
        DrillPlan plan, TimeSpan took, Asker asker, Killer killer, Troublemaker trouble, IReadOnlyList<Watch> watches, ReceiptCheck receipts,
        DrillSite site)
    {
        Faults = [.. watches.SelectMany(watch => watch.Faults), .. asker.Desk.Faults, .. receipts.Faults];
        lines.Add($"Fault drill, seed {plan.Seed}, Regent on {(plan.OnPostgres ? "PostgreSQL" : "SQLite")}: {(IsGood ? "passed" : "FAILED")} in {took.TotalSeconds:0.0} s");
        lines.Add(
            $"  {asker.Accepted.GetValueOrDefault(Act.Activate)} activations of {plan.People} people; "
            + string.Join(", ", asker.Accepted.Where(pair => pair.Key != Act.Activate).OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} {pair.Key}")));
        lines.Add($"  {asker.Desk.Lost} asks cut off by a kill, {asker.Desk.Found} of them accepted; the clock leapt {site.Time.Leaps} times, {site.Time.Ahead.TotalMinutes:0} minutes in all");
        lines.Add($"  Regent killed {killer.Kills} times; targets stopped {trouble.Stops}, network cut {trouble.Cuts}, hung {trouble.Hangs} times");
        foreach (var watch in watches)
        {
            lines.Add($"  {watch.Name}, {watch.Looks} looks, everything well for {watch.Uptime.Total.TotalSeconds:0.0} s:");
            lines.Add($"    longest excess  {Times(watch.Excess)}");
            lines.Add($"    longest absence {Times(watch.Absence)}");
        }

        lines.Add($"  receipts: {receipts.Seen} seen, {receipts.NeverThere} never there, {receipts.Kept} kept by another assignment");
        lines.AddRange(asker.Desk.Refused.Select(pair => $"  refused {pair.Value} times: {pair.Key}"));
        lines.AddRange(Faults.Take(MostFaults).Select(fault => $"  FAULT {fault}"));
        Complaints = [.. site.Regent.Complaints.GroupBy(line => line).Select(same => $"{same.Count()} x {same.Key}")];
    }

    /// <summary>All that was not as it must be.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>What Regent wrote as warnings and errors, each once.</summary>
    public IReadOnlyList<string> Complaints { get; }

    public bool IsGood => Faults.Count == 0;

    public override string ToString() => string.Join('\n', lines);

    private static string Times(Longest longest) =>
        $"{longest.Undisturbed.TotalMilliseconds,5:0} ms undisturbed, {longest.AfterTrouble.TotalMilliseconds,5:0} ms after trouble, "
        + $"{longest.Together.TotalMilliseconds,5:0} ms of working time in all; {longest.Count} times";
}
