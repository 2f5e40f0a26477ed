using Regent.Operations.Ports;

namespace Regent.Server.Workers;

/// <summary>
/// Does the work of the agenda as it becomes due. It sleeps until the next due time and is woken by every commit; several hands,
/// one of which never waits for a mail server, so that a slow one does not hold up the rest.
/// </summary>
internal sealed class AgendaWorker(
    IAgenda agenda, AgendaRound round, IChangeFeed feed, IHostApplicationLifetime host, TimeProvider clock, ILogger<AgendaWorker> log)
    : BackgroundService
{
    private static readonly AgendaShare[] Hands = [AgendaShare.AllButMails, AgendaShare.All, AgendaShare.All];
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Somebody may be waiting for the first page; the agenda can wait that long.
        await StartedAsync(stoppingToken);
        await Task.WhenAll(Hands.Select(share => WorkAsync(share, stoppingToken)));
    }

    private async Task StartedAsync(CancellationToken ct)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = host.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(ct);
    }

    private async Task WorkAsync(AgendaShare share, CancellationToken ct)
    {
        using var woken = new SemaphoreSlim(0);
        using var subscription = feed.Subscribe(() => Wake(woken));
        while (!ct.IsCancellationRequested)
        {
            try
            {
                while (await round.DoNextAsync(share, ct))
                {
                }

                await SleepAsync(share, woken, ct);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.AgendaUnreachable(error);
                await Task.Delay(AfterTrouble, clock, ct);
            }
        }
    }

    private async Task SleepAsync(AgendaShare share, SemaphoreSlim woken, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var wait = (await agenda.NextDueAsync(share, ct) ?? DateTimeOffset.MaxValue) - now;
        if (wait <= TimeSpan.Zero)
        {
            // Due, yet claimed by another hand: the commit of that hand wakes this one.
            wait = AfterTrouble;
        }

        using var morning = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var sleep = Task.Delay(wait < LongestSleep ? wait : LongestSleep, clock, morning.Token);
        await Task.WhenAny(woken.WaitAsync(morning.Token), sleep);
        await morning.CancelAsync();
        ct.ThrowIfCancellationRequested();
    }

    private static void Wake(SemaphoreSlim woken)
    {
        if (woken.CurrentCount == 0)
        {
            woken.Release();
        }
    }
}
