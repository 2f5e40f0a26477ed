using System.Collections.Concurrent;
using Regent.Core.Targets;
using Regent.Operations.Lanes;
using Regent.Operations.Ports;

namespace Regent.Server.Workers;

/// <summary>
/// Has access land in targets, and people come from them: each target that is live has a lane of its own here for either, so that one that
/// hangs slows nobody else. Like the agenda's other hands a lane sleeps until something is due and is woken by every commit. The way to a
/// target that is not live is closed.
/// </summary>
internal sealed class TargetWorker(
    ITargetStore targets, TargetDrivers drivers, TargetLane access, SourceLane people, KeptTargets ways, IChangeFeed feed,
    IHostApplicationLifetime host, TimeProvider clock, ILogger<TargetWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<(TargetId Target, TargetShare Share), Task> lanes = new();
    private volatile Dictionary<TargetId, TargetState> known = [];

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
            var all = await targets.ListAsync(ct);
            known = all.ToDictionary(target => target.Id, target => target.State);
            foreach (var target in all.Where(target => target.State == TargetState.Live))
            {
                Open((target.Id, TargetShare.Access), access.DoNextAsync, ct);
                if (drivers.Of(target.Kind).GivesPeople)
                {
                    Open((target.Id, TargetShare.People), people.DoNextAsync, ct);
                }
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.AgendaUnreachable(error);
        }
    }

    private void Open(
        (TargetId Target, TargetShare Share) lane, Func<TargetId, CancellationToken, Task<DateTimeOffset?>> doNextAsync, CancellationToken ct)
    {
        if (!lanes.TryGetValue(lane, out var running) || running.IsCompleted)
        {
            lanes[lane] = Task.Run(() => RunAsync(lane, doNextAsync, ct), CancellationToken.None);
        }
    }

    private async Task RunAsync(
        (TargetId Target, TargetShare Share) lane, Func<TargetId, CancellationToken, Task<DateTimeOffset?>> doNextAsync, CancellationToken ct)
    {
        using var alarm = new Alarm(feed);
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (!await GoesOnAsync(lane))
                {
                    return;
                }

                var next = await doNextAsync(lane.Target, ct);
                var wait = next - clock.GetUtcNow() ?? LongestSleep;
                if (wait > TimeSpan.Zero)
                {
                    await alarm.SleepAsync(wait < LongestSleep ? wait : LongestSleep, clock, ct);
                }
            }
            catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
            {
                log.LaneBroke(lane.Target, error);
                await alarm.SleepAsync(AfterTrouble, clock, ct);
            }
        }
    }

    // The lane of a target that is gone ends; that of one that rests waits until it is live again.
    private async Task<bool> GoesOnAsync((TargetId Target, TargetShare Share) lane)
    {
        if (known.GetValueOrDefault(lane.Target) == TargetState.Live)
        {
            return true;
        }

        if (lane.Share == TargetShare.Access)
        {
            await ways.CloseAsync(lane.Target);
        }

        return known.ContainsKey(lane.Target) || !lanes.TryRemove(lane, out _);
    }
}
