using Regent.Operations.Ports;

namespace Regent.Operations.Apps;

/// <summary>Forgets, once a day, the tokens of registered programs that have ended, and plans the next day's turn. Safe to run twice.</summary>
public sealed class ForgetTokens(IUnitOfWork unit, IAgenda agenda, IAppStore apps, TimeProvider clock)
{
    private const int AtOnce = 1_000;

    private static readonly TimeOnly OfDay = new(hour: 3, minute: 30);

    // Who asks about a token a moment after its end shall hear that it ended, and not that there was none.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Puts the next turn on the agenda; at start-up, where none may have been planned yet.</summary>
    public Task PlanAsync(CancellationToken ct) => unit.RunAsync(
        async token =>
        {
            await agenda.AddTomorrowAsync(AgendaKind.ForgetTokens, OfDay, clock.GetUtcNow(), token);
            return true;
        },
        ct);

    public async Task ExecuteAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - Kept;
        while (await unit.RunAsync(token => apps.ForgetEndedAsync(before, AtOnce, token), ct) > 0)
        {
        }

        await PlanAsync(ct);
    }
}
