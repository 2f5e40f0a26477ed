using Regent.Operations.Ports;

namespace Regent.Operations.Notifications;

/// <summary>One of the caller's own kept mails; null when it is not kept, or somebody else's.</summary>
public sealed class GetMail(IMailStore mails)
{
    public async Task<Mail?> ExecuteAsync(Caller caller, Guid id, CancellationToken ct) =>
        await mails.FindAsync(id, ct) is { Kept: not null } mail && mail.Recipient == caller.Id ? mail : null;
}
