using Regent.Operations.Ports;

namespace Regent.Operations.Notifications;

/// <summary>The caller's own kept mails, newest first.</summary>
public sealed class ListMailbox(IMailStore mails)
{
    public Task<Page<Mail>> ExecuteAsync(Caller caller, PageAsk page, CancellationToken ct) =>
        mails.ListKeptAsync(caller.Id, page, ct);
}
