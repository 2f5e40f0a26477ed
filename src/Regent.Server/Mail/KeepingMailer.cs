using Regent.Operations.Ports;

namespace Regent.Server.Mail;

/// <summary>Where there is no mail server: every mail is kept for its recipient's Mailbox page.</summary>
internal sealed class KeepingMailer : IMailer
{
    public bool Delivers => false;

    public Task<MailDelivery> SendAsync(Guid id, string address, string name, MailText text, CancellationToken ct) =>
        Task.FromResult(MailDelivery.Kept);
}
