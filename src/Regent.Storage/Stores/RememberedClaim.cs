using Microsoft.EntityFrameworkCore;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>A claim that this one node remembers; it is gone with the process.</summary>
internal sealed class RememberedClaim(AgendaItem item, Session session, UnitOfWork unit, Action release) : IAgendaClaim
{
    public AgendaItem Item => item;

    public Task DoneAsync(CancellationToken ct) => unit.RunAsync(
        token => session.WriteAsync(
            db => db.Set<AgendaRow>().Where(row => row.Id == item.Id).ExecuteDeleteAsync(token), token),
        ct);

    public Task RetryAsync(DateTimeOffset now, DateTimeOffset due, string error, CancellationToken ct) => unit.RunAsync(
        token => session.WriteAsync(db => db.FailAsync(item, now, due, error, token), token), ct);

    public ValueTask DisposeAsync()
    {
        release();
        return ValueTask.CompletedTask;
    }
}
