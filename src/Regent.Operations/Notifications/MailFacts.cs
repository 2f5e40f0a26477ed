using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Operations.Ports;

namespace Regent.Operations.Notifications;

/// <summary>What a mail about a request is written from.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Recipient">Who reads it; null when it goes to an address alone.</param>
/// <param name="Listing">The request it is about.</param>
/// <param name="Actor">Who decided on it or, where nobody has to, who asked; null when they are unknown.</param>
/// <param name="Addresses">Where links lead.</param>
public sealed record MailFacts(NoticeKind Kind, Principal? Recipient, RequestListing Listing, Principal? Actor, NotificationOptions Addresses)
{
    /// <summary>Whether it is read by whom it is about.</summary>
    public bool IsToAssignee => Recipient?.Id == Listing.Principal.Id;

    /// <summary>Who decided; null when nobody has.</summary>
    public Principal? DecidedBy => Listing.Request.Approval?.Decision is null ? null : Actor;

    public string Who => Listing.Principal.DisplayName;

    public string Role => Listing.Role.DisplayName;

    /// <summary>When it ends; null is not by itself.</summary>
    public DateTimeOffset? End => Listing.Schedule?.Effective.End;
}
