using Microsoft.EntityFrameworkCore;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>Mails owed, sent, and kept.</summary>
internal sealed class MailStore(Session session) : IMailStore
{
    private static readonly Keyset<MailRow, DateTimeOffset, Guid> Newest = new(row => row.CreatedAt, row => row.Id, descending: true);

    public Task<bool> AddAsync(Mail mail, CancellationToken ct) => session.WriteAsync(
        async db =>
        {
            var added = MailRow.Of(mail);
            if ((mail.Request is not null || mail.Occasion.Length > 0) && await Rows(db).AnyAsync(
                row => row.RequestId == added.RequestId && row.RecipientId == added.RecipientId && row.Address == added.Address
                    && row.Kind == added.Kind && row.Occasion == added.Occasion,
                ct))
            {
                return false;
            }

            db.Add(added);
            return true;
        },
        ct);

    public Task<Mail?> FindAsync(Guid id, CancellationToken ct) => session.ReadAsync(
        async db => (await Rows(db).FirstOrDefaultAsync(row => row.Id == id, ct))?.ToCore(), ct);

    public Task MarkSentAsync(Guid id, DateTimeOffset now, MailText? kept, CancellationToken ct) => session.WriteAsync(
        async db =>
        {
            var row = await db.Set<MailRow>().FindAsync([id], ct) ?? throw new InvalidOperationException($"There is no mail {id}.");
            row.SentAt = now;
            row.KeptSubject = kept?.Subject;
            row.KeptHtml = kept?.Html;
            row.KeptText = kept?.Text;
            return true;
        },
        ct);

    public Task WithdrawAsync(PrincipalId recipient, IReadOnlyCollection<NoticeKind> kinds, DateTimeOffset now, CancellationToken ct) =>
        session.WriteAsync(
            db => AboutAccountOf(db, recipient).Where(row => kinds.Contains(row.Kind) && row.SentAt == null)
                .ExecuteUpdateAsync(update => update.SetProperty(row => row.SentAt, now), ct),
            ct);

    public Task<int> CountAsync(PrincipalId recipient, NoticeKind kind, DateTimeOffset since, CancellationToken ct) => session.ReadAsync(
        db => AboutAccountOf(db, recipient).CountAsync(row => row.Kind == kind && row.CreatedAt >= since, ct), ct);

    public Task<Page<Mail>> ListKeptAsync(PrincipalId recipient, PageAsk page, CancellationToken ct) => session.ReadAsync(
        db => Newest.PageAsync(
            Rows(db).Where(row => row.RecipientId == recipient.Value && row.KeptSubject != null), page, row => row.ToCore(), ct),
        ct);

    public Task<IReadOnlyList<Mail>> OfRequestAsync(RequestId request, CancellationToken ct) => session.ReadAsync<IReadOnlyList<Mail>>(
        async db => [.. (await Rows(db).Where(row => row.RequestId == request.Value).OrderBy(row => row.CreatedAt).ThenBy(row => row.Id)
            .ToListAsync(ct)).Select(row => row.ToCore())],
        ct);

    private static IQueryable<MailRow> AboutAccountOf(RegentDb db, PrincipalId recipient) =>
        Rows(db).Where(row => row.RequestId == null && row.RecipientId == recipient.Value);

    private static IQueryable<MailRow> Rows(RegentDb db) => db.Set<MailRow>().AsNoTracking();
}
