using Regent.Core.Principals;
using Regent.Core.Requests;

namespace Regent.Operations.Ports;

/// <summary>The mails owed, and those kept for the mailbox page.</summary>
public interface IMailStore
{
    /// <summary>
    /// Adds a mail; false, and nothing added, when the same on the same occasion was owed to the same person or address before. About an
    /// account, without an occasion, it may be owed again.
    /// </summary>
    Task<bool> AddAsync(Mail mail, CancellationToken ct);

    /// <summary>One mail; null when unknown.</summary>
    Task<Mail?> FindAsync(Guid id, CancellationToken ct);

    /// <summary>Writes that it was sent, and what it said when it is kept.</summary>
    Task MarkSentAsync(Guid id, DateTimeOffset now, MailText? kept, CancellationToken ct);

    /// <summary>Takes back mails of these kinds that are still owed to this person; they are never sent.</summary>
    Task WithdrawAsync(PrincipalId recipient, IReadOnlyCollection<NoticeKind> kinds, DateTimeOffset now, CancellationToken ct);

    /// <summary>How many mails of this kind about their account came to be owed to this person, from a moment on.</summary>
    Task<int> CountAsync(PrincipalId recipient, NoticeKind kind, DateTimeOffset since, CancellationToken ct);

    /// <summary>What is kept for this person, newest first.</summary>
    Task<Page<Mail>> ListKeptAsync(PrincipalId recipient, PageAsk page, CancellationToken ct);

    /// <summary>To whom mails of this request were owed, and since when they are sent, oldest first.</summary>
    Task<IReadOnlyList<Mail>> OfRequestAsync(RequestId request, CancellationToken ct);
}
