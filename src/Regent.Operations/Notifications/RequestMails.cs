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
    public async Task<MailText?> WriteAsync(
        NoticeKind kind, RequestId request, Principal recipient, DateTimeOffset now, CancellationToken ct)
    {
        if (await requests.FindListingAsync(request, ct) is not { } listing || IsOvertaken(kind, listing, now))
        {
            return null;
        }

        var decidedBy = listing.Request.Approval?.Decision?.By is { } by ? await directory.FindAsync(by, ct) : null;
        return MailComposer.Compose(new MailFacts(kind, recipient, listing, decidedBy, options.PublicUrl));
    }

    private static bool IsOvertaken(NoticeKind kind, RequestListing listing, DateTimeOffset now) => kind switch
    {
        NoticeKind.ApprovalNeeded => !listing.Request.IsPending,
        NoticeKind.Approved => listing.Request.Status != RequestStatus.Granted,
        NoticeKind.Activated => listing.Schedule?.IsOpenAt(now) == false,
        _ => false,
    };
}
