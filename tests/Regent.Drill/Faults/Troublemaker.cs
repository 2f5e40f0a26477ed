using Regent.Drill.Asking;
using Regent.Drill.Site;
using Regent.Drill.Watching;

namespace Regent.Drill.Faults;

/// <summary>Stops targets and starts them again, and cuts the network to them in every way it can be cut.</summary>
internal sealed class Troublemaker(DrillSite site, Random random, DrillPlan plan, Pace pace)
{
    private const int MostBytes = 3000;

    public int Cuts { get; private set; }

    public int Hangs { get; private set; }

    public int Stops { get; private set; }

    private int Troubles => Cuts + Hangs + Stops;

    /// <summary>Makes trouble until it was often enough and the drill has done what it wants to do.</summary>
    public async Task WorkAsync(Asker asker)
    {
        while ((Troubles < plan.Troubles && !asker.IsHopeless) || !asker.IsDone)
        {
            await pace.WaitAsync(() => asker.IsDone);
            var target = site.Targets[random.Next(site.Targets.Count)];
            await (random.Next(4) == 0 ? StopAsync(target) : CutAsync(target));
        }
    }

    private async Task StopAsync(DrilledTarget target)
    {
        Stops++;
        target.Uptime.Ends(Uptime.Part.Target);
        await target.StopAsync(random.Next(2) == 0);
        await PauseAsync(700);
        await target.StartAsync();
        target.Uptime.Begins(Uptime.Part.Target);
    }

    private async Task CutAsync(DrilledTarget target)
    {
        target.Uptime.Ends(Uptime.Part.Network);
        switch (random.Next(3))
        {
            case 0:
                Cuts++;
                target.Proxy.Cut();
                await PauseAsync(800);
                break;
            case 1:
                Cuts++;
                target.Proxy.CutAfter(random.Next(MostBytes));
                await PauseAsync(800);
                break;
            default:
                Hangs++;
                target.Proxy.Hang();
                await PauseAsync(2500);
                break;
        }

        target.Proxy.Mend();
        target.Uptime.Begins(Uptime.Part.Network);
    }

    private Task PauseAsync(double longest) => Task.Delay(TimeSpan.FromMilliseconds(random.NextDouble() * longest));
}
