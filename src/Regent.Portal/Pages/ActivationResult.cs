using Regent.Core;
using Regent.Core.Requests;

namespace Regent.Portal.Pages;

/// <summary>What came of asking for one role.</summary>
/// <param name="Choice">The role.</param>
/// <param name="Outcome">The request, or why there is none.</param>
public sealed record ActivationResult(ActivationChoice Choice, Outcome<ScheduleRequest> Outcome);
