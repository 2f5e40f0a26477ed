using Regent.Core.Requests;

namespace Regent.Api.Graph.Contracts;

/// <summary>From when and for how long something is asked (specification of the API, section 2.3).</summary>
/// <param name="StartDateTime">The start.</param>
/// <param name="Recurrence">Always null: nothing recurs.</param>
/// <param name="Expiration">The end.</param>
internal sealed record RequestScheduleContract(DateTimeOffset StartDateTime, string? Recurrence, ExpirationContract Expiration)
{
    /// <summary>What a request asked; a start that was over when it was asked reads as the moment of asking.</summary>
    public static RequestScheduleContract Of(ScheduleRequest request) =>
        new(request.Start ?? request.CreatedAt, Recurrence: null, ExpirationContract.Of(request.Expiration));
}
