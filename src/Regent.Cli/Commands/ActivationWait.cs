using Regent.Cli.Access;
using Regent.Cli.Graph;
using Regent.Cli.Text;

namespace Regent.Cli.Commands;

/// <summary>
/// Looks at requests again and again until each is in force and seen in the systems behind it, or never will be, or the systems have had
/// their time. A server that restarts meanwhile is forgiven.
/// </summary>
/// <param name="session">The conversation.</param>
/// <param name="forSystems">How long to wait for systems to show what is in force.</param>
internal sealed class ActivationWait(Session session, TimeSpan forSystems)
{
    private const int Patience = 15;

    private readonly HashSet<string> told = [];
    private readonly Dictionary<string, long> inForceSince = [];
    private int failures;

    public async Task<List<Activation>> UntilSettledAsync(List<Activation> attempts, CancellationToken ct)
    {
        foreach (var open in attempts.Where(attempt => attempt.IsOpen))
        {
            await TellAsync($"{open.Role.Title}: {RequestStatus.Word(open.Request!.Status)}, request {open.Request.Id} ...");
        }

        while (attempts.Any(MayChange))
        {
            await Task.Delay(session.Terminal.Pause, session.Terminal.Clock, ct);
            for (var i = 0; i < attempts.Count; i++)
            {
                attempts[i] = MayChange(attempts[i]) ? await LookAsync(attempts[i], ct) : attempts[i];
            }
        }

        return attempts;
    }

    // What is in force is waited for only so long.
    private bool MayChange(Activation attempt)
    {
        if (!attempt.IsAwaited)
        {
            return attempt.IsOpen;
        }

        var id = attempt.Request!.Id;
        if (!inForceSince.TryGetValue(id, out var since))
        {
            inForceSince[id] = since = session.Terminal.Clock.GetTimestamp();
        }

        return session.Terminal.Clock.GetElapsedTime(since) < forSystems;
    }

    private async Task<Activation> LookAsync(Activation attempt, CancellationToken ct)
    {
        try
        {
            var now = attempt with { Request = await session.Graph.RequestAsync(attempt.Request!.Id, ct) };
            if (now is { IsActive: true, Request.TargetScheduleId: { } schedule } && (attempt.IsAwaited || now.IsAwaited))
            {
                await TellAsync(now.Role, await session.Graph.ProgressAsync(schedule, ct));
            }

            failures = 0;
            return now;
        }
        catch (NoConnectionException) when (++failures < Patience)
        {
            return attempt;
        }
    }

    private async Task TellAsync(Role role, Progress progress)
    {
        foreach (var one in progress.Landed)
        {
            var how = (one.SeenDateTime, one.FailingSinceDateTime) switch
            {
                ({ } seen, _) => $"seen in {one.TargetDisplayName} at {session.Moments.At(seen)}",
                (null, not null) => $"failing in {one.TargetDisplayName}: {one.LastError}",
                _ => $"{TargetWords.State(one.State)} in {one.TargetDisplayName} ...",
            };
            await TellAsync($"{role.Title}: {one.Entitlement} {how}");
        }
    }

    // Each thing is said once, however often it is looked at.
    private Task TellAsync(string line) => told.Add(line) ? session.Terminal.Error.WriteLineAsync(Plain.Of(line)) : Task.CompletedTask;
}
