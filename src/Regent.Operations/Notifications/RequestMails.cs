using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Operations.Ports;

namespace Regent.Operations.Notifications;

/// <summary>
/// What mails about requests say, written from what is true when they are sent: an approver is no longer asked about a request
/// that was decided meanwhile, and nobody reads that they are active when they no longer are.
/// </summary>
public sealed class RequestMails(IRequestStore requests, IDirectory directory, NotificationOptions options)
{
    /// <summary>The text; null when nothing is to be told any more.</summary>
    /// <param name="mail">The mail, which is about a request.</param>
    /// <param name="recipient">Who reads it; null when it goes to an address alone.</param>
    /// <param name="now">The moment.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<MailText?> WriteAsync(Mail mail, Principal? recipient, DateTimeOffset now, CancellationToken ct)
    {
        if (mail.Request is not { } request || await requests.FindListingAsync(request, ct) is not { } listing || IsOvertaken(mail, listing, now))
        {
            return null;
        }

        var by = listing.Request.Approval?.Decision?.By ?? listing.Request.CreatedBy;
        return MailComposer.Compose(
            new MailFacts(mail.Kind, recipient, listing, await directory.FindAsync(by, ct), options));
    }

    private static bool IsOvertaken(Mail mail, RequestListing listing, DateTimeOffset now) => mail.Kind switch
    {
        NoticeKind.ApprovalNeeded or NoticeKind.ExtensionNeeded => !listing.Request.IsOpen,
        NoticeKind.Approved => listing.Request.Status != RequestStatus.Granted,
        NoticeKind.Activated or NoticeKind.EndingSoon or NoticeKind.Expiring => listing.Schedule?.IsOpenAt(now) == false,
        _ => false,
    };
}
