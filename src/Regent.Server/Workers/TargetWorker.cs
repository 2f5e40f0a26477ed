using System.Collections.Concurrent;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Operations.Provisioning;

namespace Regent.Server.Workers;

/// <summary>
/// Has access land in targets: each target that is live has a lane of its own here, so that one that hangs slows nobody else. Like the
/// agenda's other hands a lane sleeps until something is due and is woken by every commit.
/// </summary>
internal sealed class TargetWorker(
    ITargetStore targets, TargetLane lane, IChangeFeed feed, IHostApplicationLifetime host, TimeProvider clock, ILogger<TargetWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<TargetId, Task> lanes = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await host.StartedAsync(stoppingToken);
        using var alarm = new Alarm(feed);
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await OpenLanesAsync(stoppingToken);
                await alarm.SleepAsync(LongestSleep, clock, stoppingToken);
            }
        }
        finally
        {
            await Task.WhenAll(lanes.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task OpenLanesAsync(CancellationToken ct)
    {
        try
        {
            foreach (var target in await targets.ListAsync(ct))
            {
                if (target.State == TargetState.Live && (!lanes.TryGetValue(target.Id, out var running) || running.IsCompleted))
                {
                    lanes[target.Id] = Task.Run(() => RunAsync(target.Id, ct), CancellationToken.None);
                }
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.AgendaUnreachable(error);
        }
    }

    private async Task RunAsync(TargetId target, CancellationToken ct)
    {
        using var alarm = new Alarm(feed);
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var next = await lane.DoNextAsync(target, ct);
                var wait = next - clock.GetUtcNow() ?? LongestSleep;
                if (wait > TimeSpan.Zero)
                {
                    await alarm.SleepAsync(wait < LongestSleep ? wait : LongestSleep, clock, ct);
                }
            }
            catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
            {
                log.LaneBroke(target, error);
                await alarm.SleepAsync(AfterTrouble, clock, ct);
            }
        }
    }
}
