using Regent.Core.Principals;
using Regent.Operations.Ports;

namespace Regent.Operations.Requests;

/// <summary>The agreement a request waits or waited for, as somebody sees it.</summary>
/// <param name="Listing">The request and its names.</param>
/// <param name="IsMine">Whether it is theirs to decide, or they did.</param>
/// <param name="Reviewer">Who decided; null when nobody did, or is known no more.</param>
public sealed record RequestApproval(RequestListing Listing, bool IsMine, Principal? Reviewer);
