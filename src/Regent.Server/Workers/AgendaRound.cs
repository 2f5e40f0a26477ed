using Regent.Operations;
using Regent.Operations.Agenda;
using Regent.Operations.Ports;

namespace Regent.Server.Workers;

/// <summary>Does due work, one claim at a time; what fails is due again later, for ever.</summary>
internal sealed class AgendaRound(IAgenda agenda, DueWork work, TimeProvider clock, ILogger<AgendaRound> log)
{
    private const int LongestError = 500;

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
            await claim.RetryAsync(now, now + RetryPause.After(claim.Item.Attempts), Words(error), ct);
            return true;
        }

        await claim.DoneAsync(ct);
        return true;
    }

    private static string Words(Exception error) =>
        error.Message.Length > LongestError ? error.Message[..LongestError] : error.Message;
}
