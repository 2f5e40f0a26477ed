using Regent.Core.Requests;
using Regent.Operations.Ports;

namespace Regent.Operations.Notifications;

/// <summary>
/// Sends one mail that is owed. Written from what is true when it is sent: an approver is no longer asked about a request that was
/// decided meanwhile, and nobody reads that they are active when they no longer are. Disabled people get none. Safe to run twice.
/// </summary>
public sealed class SendMail(
    IUnitOfWork unit, IMailStore mails, IMailer mailer, IRequestStore requests, IDirectory directory, NotificationOptions options,
    TimeProvider clock)
{
    /// <summary>Throws when the mail could not be handed over; the agenda then tries again.</summary>
    public async Task ExecuteAsync(Guid id, CancellationToken ct)
    {
        if (await mails.FindAsync(id, ct) is not { SentAt: null } mail || await FactsAsync(mail, ct) is not { } facts)
        {
            return;
        }

        MailText? kept = null;
        var now = clock.GetUtcNow();
        if (facts.Recipient is { IsEnabled: true, Address: { } address } && !IsOvertaken(facts, now))
        {
            var text = MailComposer.Compose(facts);
            var delivery = await mailer.SendAsync(mail.Id, address, facts.Recipient.DisplayName, text, ct);
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

    private static bool IsOvertaken(MailFacts facts, DateTimeOffset now) => facts.Kind switch
    {
        NoticeKind.ApprovalNeeded => !facts.Listing.Request.IsPending,
        NoticeKind.Approved => facts.Listing.Request.Status != RequestStatus.Granted,
        NoticeKind.Activated => facts.Listing.Schedule?.IsOpenAt(now) == false,
        _ => false,
    };

    private async Task<MailFacts?> FactsAsync(Mail mail, CancellationToken ct)
    {
        var listing = await requests.FindListingAsync(mail.Request, ct);
        var recipient = await directory.FindAsync(mail.Recipient, ct);
        if (listing is null || recipient is null)
        {
            return null;
        }

        var decidedBy = listing.Request.Approval?.Decision?.By;
        return new MailFacts(
            mail.Kind, recipient, listing, decidedBy is { } by ? await directory.FindAsync(by, ct) : null, options.PublicUrl);
    }
}
