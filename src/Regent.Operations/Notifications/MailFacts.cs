using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Operations.Ports;

namespace Regent.Operations.Notifications;

/// <summary>What a mail is written from.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Recipient">Who reads it.</param>
/// <param name="Listing">The request it is about.</param>
/// <param name="DecidedBy">Who decided; null when nobody has.</param>
/// <param name="PublicUrl">Where links begin.</param>
public sealed record MailFacts(NoticeKind Kind, Principal Recipient, RequestListing Listing, Principal? DecidedBy, Uri PublicUrl);
