using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Operations.Ports;

namespace Regent.Operations.Notifications;

/// <summary>Sends one mail that is owed. Disabled people get none. Safe to run twice.</summary>
public sealed class SendMail(
    IUnitOfWork unit, IMailStore mails, IMailer mailer, IDirectory directory, RequestMails aboutRequests, AccountMails aboutAccounts,
    DigestMails aboutWeeks, TimeProvider clock)
{
    /// <summary>Throws when the mail could not be handed over; the agenda then tries again.</summary>
    public async Task ExecuteAsync(Guid id, CancellationToken ct)
    {
        if (await mails.FindAsync(id, ct) is not { SentAt: null } mail)
        {
            return;
        }

        MailText? kept = null;
        var now = clock.GetUtcNow();
        if (await EnvelopeAsync(mail, ct) is { } envelope && await WriteAsync(mail, envelope.Person, now, ct) is { } text)
        {
            var delivery = await mailer.SendAsync(mail.Id, envelope.Address, envelope.Name, text, ct);
            kept = delivery == MailDelivery.Kept ? text : null;
        }

        // It is on its way: whoever is stopping the server waits for this, for a mail that is not marked is sent again.
        await unit.RunAsync(
            async token =>
            {
                await mails.MarkSentAsync(mail.Id, now, kept, token);
                return id;
            },
            CancellationToken.None);
    }

    // A person without an account any more, or without an address, gets nothing.
    private async Task<(string Address, string Name, Principal? Person)?> EnvelopeAsync(Mail mail, CancellationToken ct)
    {
        if (mail.Address is { } named)
        {
            return (named, named, null);
        }

        return mail.Recipient is { } id && await directory.FindAsync(id, ct) is { IsEnabled: true, Address: { } address } person
            ? (address, person.DisplayName, person)
            : null;
    }

    private async Task<MailText?> WriteAsync(Mail mail, Principal? recipient, DateTimeOffset now, CancellationToken ct) => (mail, recipient) switch
    {
        ({ Request: not null }, _) => await aboutRequests.WriteAsync(mail, recipient, now, ct),
        ({ Kind: NoticeKind.Digest }, _) => await aboutWeeks.WriteAsync(mail, ct),
        (_, not null) => await aboutAccounts.WriteAsync(mail, recipient, ct),
        _ => null,
    };
}
