using System.Diagnostics;
using System.Text.Json.Serialization;
using Regent.Api.OData;
using Regent.Core.Requests;

namespace Regent.Api.Arm.Requests;

/// <summary>From when and for how long something is asked, as the program spelt it.</summary>
internal sealed record SpanContract(string StartDateTime, SpanContract.ExpirationContract? Expiration)
{
    /// <summary>What a request asked; a start that was over when it was asked, or was left out, reads as the moment of asking.</summary>
    public static SpanContract Of(ScheduleRequest request) => new(
        request is { Start: not null, Wording.Start: { } start } ? start : WireTime.Write(request.Start ?? request.CreatedAt),
        request.Expiration switch
        {
            null => null,
            Core.Assignments.Expiration.Never => new ExpirationContract("NoExpiration", EndDateTime: null, Duration: null),
            Core.Assignments.Expiration.AfterDateTime(var end) =>
                new ExpirationContract("AfterDateTime", request.Wording?.End ?? WireTime.Write(end), Duration: null),
            Core.Assignments.Expiration.AfterDuration(var duration) =>
                new ExpirationContract("AfterDuration", EndDateTime: null, request.Wording?.Duration ?? WireDuration.Write(duration)),
            _ => throw new UnreachableException(),
        });

    internal sealed record ExpirationContract(
        string Type, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? EndDateTime, string? Duration);
}
