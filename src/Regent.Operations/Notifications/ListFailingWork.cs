using Regent.Core;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Notifications;

/// <summary>Work that keeps failing, with its age and its error, the longest failing first; for readers.</summary>
public sealed class ListFailingWork(IAgenda agenda, Authorities authorities, TimeProvider clock)
{
    public async Task<Outcome<IReadOnlyList<FailingWork>>> ExecuteAsync(Caller caller, CancellationToken ct) =>
        (await authorities.OfAsync(caller, clock.GetUtcNow(), ct)).MayRead
            ? new Outcome<IReadOnlyList<FailingWork>>.Done(ByReason(await agenda.FailingAsync(ct)))
            : Refusals.MayNotRead;

    // A mail server that is down fails a thousand mails and is one thing to mend.
    private static IReadOnlyList<FailingWork> ByReason(IReadOnlyList<AgendaItem> failing) =>
    [
        .. failing.GroupBy(item => (item.Kind, Error: item.LastError ?? ""))
            .Select(same => new FailingWork(
                same.Key.Kind, same.Key.Error, same.Count(), same.Min(item => item.FailingSince!.Value), same.Min(item => item.Due)))
            .OrderBy(work => work.Since),
    ];
}
