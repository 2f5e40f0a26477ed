using Regent.Operations.Ports;

namespace Regent.Portal.Pages.Approvals;

/// <summary>A decision about to be made.</summary>
/// <param name="Listings">On which requests.</param>
/// <param name="Approve">Yes or no.</param>
/// <param name="Justification">The words for all of them; null when they are still to be given.</param>
public sealed record DecisionDraft(IReadOnlyList<RequestListing> Listings, bool Approve, string? Justification);
