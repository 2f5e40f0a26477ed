using Microsoft.EntityFrameworkCore;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>The agenda.</summary>
internal sealed class AgendaStore(Session session, IClaims claims) : IAgenda
{
    public Task AddAsync(AgendaKind kind, Guid subject, DateTimeOffset now, DateTimeOffset due, CancellationToken ct) => session.WriteAsync(
        async db =>
        {
            if (await db.Set<AgendaRow>().FirstOrDefaultAsync(row => row.Kind == kind && row.Subject == subject, ct) is { } known)
            {
                known.Due = due;
            }
            else
            {
                db.Add(new AgendaRow { Id = Guid.CreateVersion7(now), Kind = kind, Subject = subject, Due = due });
            }

            return true;
        },
        ct);

    public Task<IAgendaClaim?> ClaimAsync(DateTimeOffset now, AgendaShare share, CancellationToken ct) => claims.TakeAsync(now, share, ct);

    public Task<DateTimeOffset?> NextDueAsync(AgendaShare share, CancellationToken ct) => claims.NextDueAsync(share, ct);

    public Task<IReadOnlyList<AgendaItem>> FailingAsync(CancellationToken ct) => session.ReadAsync<IReadOnlyList<AgendaItem>>(
        async db => [.. (await db.Set<AgendaRow>().AsNoTracking().Where(row => row.FailingSince != null).OrderBy(row => row.FailingSince)
            .ThenBy(row => row.Id).Take(PageAsk.Largest).ToListAsync(ct)).Select(row => row.ToCore())],
        ct);
}
