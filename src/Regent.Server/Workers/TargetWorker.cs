using System.Collections.Concurrent;
using Regent.Core.Targets;
using Regent.Operations.Lanes;
using Regent.Operations.Ports;

namespace Regent.Server.Workers;

/// <summary>
/// Has access land in targets: each target that is live has a lane of its own here, so that one that hangs slows nobody else. Like the
/// agenda's other hands a lane sleeps until something is due and is woken by every commit. The way to a target that is not live is closed.
/// </summary>
internal sealed class TargetWorker(
    ITargetStore targets, ISecretBox secrets, TargetLane lane, KeptTargets ways, IChangeFeed feed, IHostApplicationLifetime host, TimeProvider clock,
    ILogger<TargetWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<TargetId, Task> lanes = new();
    private volatile Dictionary<TargetId, TargetState> known = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await host.StartedAsync(stoppingToken);

        // The first secret makes the key ring's first key, which waits for the database: never inside the transaction that keeps the secret.
        secrets.Lock("");
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
            known = (await targets.ListAsync(ct)).ToDictionary(target => target.Id, target => target.State);
            foreach (var (target, state) in known)
            {
                if (state == TargetState.Live && (!lanes.TryGetValue(target, out var running) || running.IsCompleted))
                {
                    lanes[target] = Task.Run(() => RunAsync(target, ct), CancellationToken.None);
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
                if (known.GetValueOrDefault(target) != TargetState.Live)
                {
                    await ways.CloseAsync(target);
                    if (!known.ContainsKey(target) && lanes.TryRemove(target, out _))
                    {
                        return;
                    }
                }

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
