using Regent.Api.Graph.Contracts;
using Regent.Api.OData;
using Regent.Core.Assignments;

namespace Regent.Api.Graph.Schedules;

/// <summary>Makes an expiration of what was sent. Without a type nothing was said; a type needs its value (specification of the API, section 2.3).</summary>
internal static class ExpirationReader
{
    private const string Member = "scheduleInfo.expiration";

    public static Reading<Expiration?> Read(ScheduleRequestBody.ExpirationBody? body) => body?.Type switch
    {
        null when body is { EndDateTime: not null } or { Duration: not null } =>
            Wrong("type", $"'{Member}.type' is required beside an end or a duration."),
        null => Unsaid,
        var type when Is(type, ExpirationContract.NotSpecified) => Unsaid,
        var type when Is(type, ExpirationContract.NoExpiration) => new Expiration.Never(),
        var type when Is(type, ExpirationContract.AfterDateTime) => End(body.EndDateTime),
        var type when Is(type, ExpirationContract.AfterDuration) => Duration(body.Duration),
        var type => Wrong("type", $"'{type}' is not a type of expiration."),
    };

    private static Reading<Expiration?> Unsaid => (Expiration?)null;

    private static Reading<Expiration?> End(string? text) => WireTime.Read(text, $"{Member}.endDateTime").Then<Expiration?>(end => end is { } moment
        ? new Expiration.AfterDateTime(moment)
        : Wrong("endDateTime", $"The type 'afterDateTime' needs '{Member}.endDateTime'."));

    private static Reading<Expiration?> Duration(string? text) => WireDuration.Read(text, $"{Member}.duration").Then<Expiration?>(duration => duration is { } length
        ? new Expiration.AfterDuration(length)
        : Wrong("duration", $"The type 'afterDuration' needs '{Member}.duration'."));

    private static bool Is(string text, string type) => text.Equals(type, StringComparison.OrdinalIgnoreCase);

    private static Flaw Wrong(string part, string message) => new(FlawKind.Content, message) { Target = $"{Member}.{part}" };
}
