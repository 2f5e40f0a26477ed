using Microsoft.EntityFrameworkCore;
using Regent.Operations.Ports;

namespace Regent.Storage.Accounts;

/// <summary>
/// Remembers which sessions were signed out of. A cookie proves itself and cannot be taken back, so its session is asked about
/// here, on every server.
/// </summary>
public sealed class EndedSessionStore
{
    private readonly IUnitOfWork unit;
    private readonly Session session;

    internal EndedSessionStore(IUnitOfWork unit, Session session)
    {
        this.unit = unit;
        this.session = session;
    }

    /// <summary>Whether somebody signed out of the session.</summary>
    public Task<bool> IsEndedAsync(Guid id, CancellationToken ct) =>
        session.ReadAsync(db => db.EndedSessions.AnyAsync(row => row.Id == id, ct), ct);

    /// <summary>Ends a session; one that has ended already stays so. What need not be kept any longer is forgotten.</summary>
    /// <param name="id">The session.</param>
    /// <param name="keptUntil">When its cookie is worth nothing by itself.</param>
    /// <param name="now">The moment of the act.</param>
    /// <param name="ct">Gives up.</param>
    public Task EndAsync(Guid id, DateTimeOffset keptUntil, DateTimeOffset now, CancellationToken ct) => unit.RunAsync(
        token => session.WriteAsync(
            async db =>
            {
                await db.EndedSessions.Where(row => row.KeptUntil <= now).ExecuteDeleteAsync(token);
                if (!await db.EndedSessions.AnyAsync(row => row.Id == id, token))
                {
                    db.EndedSessions.Add(new EndedSession { Id = id, KeptUntil = keptUntil });
                }

                return id;
            },
            token),
        ct);
}
