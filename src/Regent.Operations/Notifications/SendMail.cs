using Regent.Core.Principals;
using Regent.Operations.Ports;

namespace Regent.Operations.Notifications;

/// <summary>Sends one mail that is owed. Disabled people get none. Safe to run twice.</summary>
public sealed class SendMail(
    IUnitOfWork unit, IMailStore mails, IMailer mailer, IDirectory directory, RequestMails aboutRequests, AccountMails aboutAccounts,
    TimeProvider clock)
{
    /// <summary>Throws when the mail could not be handed over; the agenda then tries again.</summary>
    public async Task ExecuteAsync(Guid id, CancellationToken ct)
    {
        if (await mails.FindAsync(id, ct) is not { SentAt: null } mail
            || await directory.FindAsync(mail.Recipient, ct) is not { } recipient)
        {
            return;
        }

        MailText? kept = null;
        var now = clock.GetUtcNow();
        if (recipient is { IsEnabled: true, Address: { } address } && await WriteAsync(mail, recipient, now, ct) is { } text)
        {
            var delivery = await mailer.SendAsync(mail.Id, address, recipient.DisplayName, text, ct);
            kept = delivery == MailDelivery.Kept ? text : null;
        }

        await unit.RunAsync(
            async token =>
            {
                await mails.MarkSentAsync(mail.Id, now, kept, token);
                return id;
            },
            ct);
    }

    private Task<MailText?> WriteAsync(Mail mail, Principal recipient, DateTimeOffset now, CancellationToken ct) =>
        mail.Request is { } request
            ? aboutRequests.WriteAsync(mail.Kind, request, recipient, now, ct)
            : aboutAccounts.WriteAsync(mail, recipient, ct);
}
