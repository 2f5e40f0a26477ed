using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

public sealed class FakeMailStore(FakeMemory memory) : IMailStore
{
    /// <summary>Every mail owed or sent, oldest first.</summary>
    public IReadOnlyList<Mail> Mails => [.. memory.Now.Mails.Values.OrderBy(mail => mail.CreatedAt).ThenBy(mail => mail.Id)];

    public Task<bool> AddAsync(Mail mail, CancellationToken ct)
    {
        var added = false;
        memory.Write(now =>
        {
            added = (mail.Request is null && mail.Occasion.Length == 0) || !now.Mails.Values.Any(other =>
                (other.Kind, other.Recipient, other.Address, other.Request, other.Occasion)
                == (mail.Kind, mail.Recipient, mail.Address, mail.Request, mail.Occasion));
            return added ? now with { Mails = now.Mails.Add(mail.Id, mail) } : now;
        });
        return Task.FromResult(added);
    }

    public Task<Mail?> FindAsync(Guid id, CancellationToken ct) => Task.FromResult(memory.Now.Mails.GetValueOrDefault(id));

    public Task MarkSentAsync(Guid id, DateTimeOffset now, MailText? kept, CancellationToken ct)
    {
        memory.Write(held => held with { Mails = held.Mails.SetItem(id, held.Mails[id] with { SentAt = now, Kept = kept }) });
        return Task.CompletedTask;
    }

    public Task WithdrawAsync(PrincipalId recipient, IReadOnlyCollection<NoticeKind> kinds, DateTimeOffset now, CancellationToken ct)
    {
        memory.Write(held => held with
        {
            Mails = held.Mails.SetItems(held.Mails
                .Where(one => one.Value is { Request: null, SentAt: null } mail && mail.Recipient == recipient && kinds.Contains(mail.Kind))
                .Select(one => KeyValuePair.Create(one.Key, one.Value with { SentAt = now }))),
        });
        return Task.CompletedTask;
    }

    public Task<int> CountAsync(PrincipalId recipient, NoticeKind kind, DateTimeOffset since, CancellationToken ct) => Task.FromResult(
        Mails.Count(mail => mail.Request is null && mail.Recipient == recipient && mail.Kind == kind && mail.CreatedAt >= since));

    public Task<Page<Mail>> ListKeptAsync(PrincipalId recipient, PageAsk page, CancellationToken ct) =>
        Task.FromResult(Mails.Where(mail => mail.Recipient == recipient && mail.Kept is not null).Reverse().Cut(page, mail => mail.Id));

    public Task<IReadOnlyList<Mail>> OfRequestAsync(RequestId request, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Mail>>([.. Mails.Where(mail => mail.Request == request)]);
}
