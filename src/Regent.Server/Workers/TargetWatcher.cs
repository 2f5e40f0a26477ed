using Regent.Operations.Alerts;
using Regent.Operations.Ports;

namespace Regent.Server.Workers;

/// <summary>Has the alerts about targets looked at soon after anything was committed, and every minute, so that nobody learns a day later.</summary>
internal sealed class TargetWatcher(WatchTargets watch, IChangeFeed feed, IHostApplicationLifetime host, TimeProvider clock, ILogger<TargetWatcher> log)
    : BackgroundService
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Flurry = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await host.StartedAsync(stoppingToken);
        using var alarm = new Alarm(feed);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await watch.ExecuteAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                log.WatchBroke(error);
            }

            await alarm.SleepAsync(LongestSleep, clock, stoppingToken);
            await Task.Delay(Flurry, clock, stoppingToken);
        }
    }
}
