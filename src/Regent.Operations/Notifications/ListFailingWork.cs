using Regent.Core;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Notifications;

/// <summary>Work that keeps failing, with its age and the last error; for readers.</summary>
public sealed class ListFailingWork(IAgenda agenda, Authorities authorities, TimeProvider clock)
{
    public async Task<Outcome<IReadOnlyList<AgendaItem>>> ExecuteAsync(Caller caller, CancellationToken ct) =>
        (await authorities.OfAsync(caller.Id, clock.GetUtcNow(), ct)).MayRead
            ? new Outcome<IReadOnlyList<AgendaItem>>.Done(await agenda.FailingAsync(ct))
            : Refusals.MayNotRead;
}
