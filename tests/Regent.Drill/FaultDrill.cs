using System.Diagnostics;
using Regent.Drill.Asking;
using Regent.Drill.Faults;
using Regent.Drill.Orders;
using Regent.Drill.Site;
using Regent.Drill.Watching;
using Regent.Testing.Targets;

namespace Regent.Drill;

/// <summary>
/// Many overlapping activations land in OpenLDAP and PostgreSQL while Regent is killed, the targets are stopped, the network to them is cut
/// and the clock leaps. Whatever is there and should not be, or is missing, longer than the limit after everything works, fails it.
/// </summary>
internal static class FaultDrill
{
    /// <summary>Why there can be no drill on this machine; null when there can.</summary>
    public static string? Missing =>
        OpenLdapServer.Missing ?? (PostgresPrograms.Installed is null ? "PostgreSQL is not installed (Debian: apt-get install postgresql)." : null);

    public static async Task<DrillReport> RunAsync(DrillPlan plan, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        await using var site = await DrillSite.StartAsync(plan, ct);
        var random = new Random(plan.Seed);
        var watches = site.Targets.Select((_, number) => new Watch(site, number, plan)).ToList();
        var asker = new Asker(site, new Random(random.Next()), plan, watches);
        var killer = new Killer(site, new Random(random.Next()), plan, Pace(plan.Kills));
        var trouble = new Troublemaker(site, new Random(random.Next()), plan, Pace(plan.Troubles));
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await killer.BeginAsync();
        var looks = watches.ConvertAll(watch => watch.WatchAsync(watching.Token));

        var faults = Task.WhenAll(killer.WorkAsync(asker), trouble.WorkAsync(asker));
        await asker.WorkAsync(() => !faults.IsCompleted);
        await faults;
        await asker.FinishAsync();

        await watching.CancelAsync();
        await Task.WhenAll(looks);
        var receipts = new ReceiptCheck(site);
        await receipts.ReadAsync(ct);
        return new DrillReport(plan, Stopwatch.GetElapsedTime(began), asker, killer, trouble, watches, receipts, site);

        Pace Pace(int faults) => new(new Random(random.Next()), () => asker.Accepted.GetValueOrDefault(Act.Activate), plan.Activations, faults);
    }
}
