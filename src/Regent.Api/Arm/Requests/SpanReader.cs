using Regent.Api.OData;
using Regent.Core.Assignments;

namespace Regent.Api.Arm.Requests;

/// <summary>Makes a start and an end of what was sent. Without a type nothing was said of the end; a type needs its value.</summary>
internal static class SpanReader
{
    private const string Member = "properties.scheduleInfo";

    public static Reading<(DateTimeOffset? Start, Expiration? Expiration)> Read(RequestBody.ScheduleInfoBody? info) => info is null
        ? Wrong(Member, $"'{Member}' is required.")
        : WireTime.Read(info.StartDateTime, $"{Member}.startDateTime")
            .Then(start => Read(info.Expiration).Then<(DateTimeOffset?, Expiration?)>(expiration => (start, expiration)));

    private static Reading<Expiration?> Read(RequestBody.ExpirationBody? body) => body?.Type?.ToUpperInvariant() switch
    {
        null when body is { EndDateTime: not null } or { Duration: not null } =>
            Wrong($"{Member}.expiration.type", $"'{Member}.expiration.type' is required beside an end or a duration."),
        null or "NOTSPECIFIED" => (Expiration?)null,
        "NOEXPIRATION" => new Expiration.Never(),
        "AFTERDATETIME" => WireTime.Read(body!.EndDateTime, $"{Member}.expiration.endDateTime").Then<Expiration?>(end => end is { } moment
            ? new Expiration.AfterDateTime(moment)
            : Wrong($"{Member}.expiration.endDateTime", $"The type 'AfterDateTime' needs '{Member}.expiration.endDateTime'.")),
        "AFTERDURATION" => WireDuration.Read(body!.Duration, $"{Member}.expiration.duration").Then<Expiration?>(duration => duration is { } length
            ? new Expiration.AfterDuration(length)
            : Wrong($"{Member}.expiration.duration", $"The type 'AfterDuration' needs '{Member}.expiration.duration'.")),
        _ => Wrong($"{Member}.expiration.type", $"'{body!.Type}' is not a type of expiration."),
    };

    private static Flaw Wrong(string member, string message) => new(FlawKind.Content, message) { Target = member };
}
