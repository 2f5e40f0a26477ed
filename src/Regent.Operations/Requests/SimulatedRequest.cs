using Regent.Core.Policies;
using Regent.Operations.Ports;

namespace Regent.Operations.Requests;

/// <summary>A request of the past, judged under the settings it was made under and under others.</summary>
/// <param name="Listing">The request.</param>
/// <param name="Before">The judgement under the settings of its time.</param>
/// <param name="After">The judgement under the changed settings.</param>
public sealed record SimulatedRequest(RequestListing Listing, Verdict Before, Verdict After)
{
    /// <summary>Whether the changed settings would have made a difference.</summary>
    public bool IsDifferent => Before.GetType() != After.GetType()
        || !Before.Reasons.Select(reason => reason.Code).SequenceEqual(After.Reasons.Select(reason => reason.Code));
}
