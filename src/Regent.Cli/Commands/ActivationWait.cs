using Regent.Cli.Graph;

namespace Regent.Cli.Commands;

/// <summary>Looks at requests again and again until each is in force or never will be. A server that restarts meanwhile is forgiven.</summary>
internal sealed class ActivationWait(Session session)
{
    private const int Patience = 15;

    private int failures;

    public async Task<List<Activation>> UntilSettledAsync(List<Activation> attempts, CancellationToken ct)
    {
        foreach (var open in attempts.Where(attempt => attempt.IsOpen))
        {
            await session.Terminal.Error.WriteLineAsync(
                $"{open.Role.Title}: {RequestStatus.Word(open.Request!.Status)}, request {open.Request.Id} ...");
        }

        while (attempts.Any(attempt => attempt.IsOpen))
        {
            await Task.Delay(session.Terminal.Pause, session.Terminal.Clock, ct);
            for (var i = 0; i < attempts.Count; i++)
            {
                attempts[i] = attempts[i].IsOpen ? await LookAsync(attempts[i], ct) : attempts[i];
            }
        }

        return attempts;
    }

    private async Task<Activation> LookAsync(Activation attempt, CancellationToken ct)
    {
        try
        {
            var now = attempt with { Request = await session.Graph.RequestAsync(attempt.Request!.Id, ct) };
            failures = 0;
            return now;
        }
        catch (NoConnectionException) when (++failures < Patience)
        {
            return attempt;
        }
    }
}
