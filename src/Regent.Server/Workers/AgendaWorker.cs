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
        await host.StartedAsync(stoppingToken);
        await Task.WhenAll(Hands.Select(share => WorkAsync(share, stoppingToken)));
    }

    private async Task WorkAsync(AgendaShare share, CancellationToken ct)
    {
        using var alarm = new Alarm(feed);
        while (!ct.IsCancellationRequested)
        {
            try
            {
                while (await round.DoNextAsync(share, ct))
                {
                }

                await SleepAsync(share, alarm, ct);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.AgendaUnreachable(error);
                await Task.Delay(AfterTrouble, clock, ct);
            }
        }
    }

    private async Task SleepAsync(AgendaShare share, Alarm alarm, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var wait = (await agenda.NextDueAsync(share, ct) ?? DateTimeOffset.MaxValue) - now;
        if (wait <= TimeSpan.Zero)
        {
            // Due, yet claimed by another hand: the commit of that hand wakes this one.
            wait = AfterTrouble;
        }

        await alarm.SleepAsync(wait < LongestSleep ? wait : LongestSleep, clock, ct);
    }
}
