using Regent.Api.OData;
using Regent.Core.Assignments;
using Regent.Core.Requests;

namespace Regent.Api.Graph.Contracts;

/// <summary>From when and for how long something is asked or held (specification of the API, section 2.3).</summary>
/// <param name="StartDateTime">The start.</param>
/// <param name="Recurrence">Always null: nothing recurs.</param>
/// <param name="Expiration">The end.</param>
internal sealed record RequestScheduleContract(string StartDateTime, string? Recurrence, ExpirationContract Expiration)
{
    /// <summary>What a request asked, as it was sent; a start that was over when it was asked reads as the moment of asking.</summary>
    public static RequestScheduleContract Of(ScheduleRequest request) => new(
        request.Start is { } start ? request.Wording?.Start ?? WireTime.Write(start) : WireTime.Write(request.CreatedAt),
        Recurrence: null, ExpirationContract.Of(request.Expiration, request.Wording));

    /// <summary>The time that counts of a schedule.</summary>
    public static RequestScheduleContract Of(Schedule schedule) => new(
        WireTime.Write(schedule.Effective.Start), Recurrence: null,
        ExpirationContract.Of(schedule.Effective.End is { } end ? new Expiration.AfterDateTime(end) : new Expiration.Never(), wording: null));
}
