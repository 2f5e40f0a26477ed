using System.Collections.Concurrent;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Operations.Provisioning;

namespace Regent.Server.Workers;

/// <summary>
/// Has access land in targets, and people come from them: each target that is live has a lane of its own here for either, so that one that
/// hangs slows nobody else. Like the agenda's other hands a lane sleeps until something is due and is woken by every commit.
/// </summary>
internal sealed class TargetWorker(
    ITargetStore targets, TargetDrivers drivers, TargetLane access, SourceLane people, IChangeFeed feed,
    IHostApplicationLifetime host, TimeProvider clock, ILogger<TargetWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<(TargetId Target, TargetShare Share), Task> lanes = new();

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
            foreach (var target in (await targets.ListAsync(ct)).Where(target => target.State == TargetState.Live))
            {
                Open(target.Id, TargetShare.Access, access.DoNextAsync, ct);
                if (drivers.Of(target.Kind).GivesPeople)
                {
                    Open(target.Id, TargetShare.People, people.DoNextAsync, ct);
                }
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.AgendaUnreachable(error);
        }
    }

    private void Open(TargetId target, TargetShare share, Func<TargetId, CancellationToken, Task<DateTimeOffset?>> doNextAsync, CancellationToken ct)
    {
        if (!lanes.TryGetValue((target, share), out var running) || running.IsCompleted)
        {
            lanes[(target, share)] = Task.Run(() => RunAsync(target, doNextAsync, ct), CancellationToken.None);
        }
    }

    private async Task RunAsync(TargetId target, Func<TargetId, CancellationToken, Task<DateTimeOffset?>> doNextAsync, CancellationToken ct)
    {
        using var alarm = new Alarm(feed);
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var next = await doNextAsync(target, ct);
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
