using System.Security.Cryptography;
using Regent.Operations.Agenda;
using Regent.Operations.Ports;

namespace Regent.Server.Workers;

/// <summary>Does due work, one claim at a time; what fails is due again later, for ever.</summary>
internal sealed class AgendaRound(IAgenda agenda, DueWork work, TimeProvider clock, ILogger<AgendaRound> log)
{
    private const int LongestError = 500;
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>Does the work of a share that is longest due; false when there is none.</summary>
    public async Task<bool> DoNextAsync(AgendaShare share, CancellationToken ct)
    {
        await using var claim = await agenda.ClaimAsync(clock.GetUtcNow(), share, ct);
        if (claim is null)
        {
            return false;
        }

        try
        {
            await work.PerformAsync(claim.Item, ct);
        }
        catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.WorkFailed(claim.Item.Kind, claim.Item.Subject, claim.Item.Attempts + 1, error);
            var now = clock.GetUtcNow();
            await claim.RetryAsync(now, now + WaitAfter(claim.Item.Attempts), Words(error), ct);
            return true;
        }

        await claim.DoneAsync(ct);
        return true;
    }

    /// <summary>Doubles with each failure up to a quarter of an hour, and spreads by up to a fifth.</summary>
    internal static TimeSpan WaitAfter(int attempts)
    {
        var wait = TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, ShortestWait.Ticks << Math.Min(attempts, 20)));
        return wait + (wait * (RandomNumberGenerator.GetInt32(0, 200) / 1000.0));
    }

    private static string Words(Exception error) =>
        error.Message.Length > LongestError ? error.Message[..LongestError] : error.Message;
}
