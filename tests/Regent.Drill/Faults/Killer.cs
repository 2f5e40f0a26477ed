using Regent.Drill.Asking;
using Regent.Drill.Site;
using Regent.Drill.Watching;

namespace Regent.Drill.Faults;

/// <summary>Kills Regent again and again, at any moment, and starts it again; sometimes much time passes before that.</summary>
internal sealed class Killer(DrillSite site, Random random, DrillPlan plan, Pace pace)
{
    private const int LongestLeap = 60;

    public int Kills { get; private set; }

    /// <summary>Starts Regent for the first time.</summary>
    public Task BeginAsync() => StartAsync();

    /// <summary>Kills until it was often enough and the drill has done what it wants to do.</summary>
    public async Task WorkAsync(Asker asker)
    {
        while ((Kills < plan.Kills && !asker.IsHopeless) || !asker.IsDone)
        {
            await pace.WaitAsync(() => asker.IsDone);
            await KillAsync();
            await Task.Delay(random.Next(100));
            if (random.Next(2) == 0)
            {
                await site.Time.LeapAsync(TimeSpan.FromSeconds(random.Next(1, LongestLeap)), site.Regent);
            }

            await StartAsync();
        }
    }

    private async Task KillAsync()
    {
        foreach (var target in site.Targets)
        {
            target.Uptime.Ends(Uptime.Part.Regent);
        }

        await site.Regent.KillAsync();
        Kills++;
    }

    private async Task StartAsync()
    {
        await site.Regent.StartAsync();
        foreach (var target in site.Targets)
        {
            target.Uptime.Begins(Uptime.Part.Regent);
        }
    }
}
