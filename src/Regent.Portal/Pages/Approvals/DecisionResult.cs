using Regent.Core;
using Regent.Core.Requests;
using Regent.Operations.Ports;

namespace Regent.Portal.Pages.Approvals;

/// <summary>What came of one decision.</summary>
/// <param name="Listing">The request that was decided on.</param>
/// <param name="Approve">What was decided.</param>
/// <param name="Outcome">Whether it counts.</param>
public sealed record DecisionResult(RequestListing Listing, bool Approve, Outcome<ScheduleRequest> Outcome);
