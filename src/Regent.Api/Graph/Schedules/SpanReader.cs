using System.Text.Json;
using Regent.Api.OData;
using Regent.Core.Assignments;

namespace Regent.Api.Graph.Schedules;

/// <summary>Reads from when and until when something is asked.</summary>
internal static class SpanReader
{
    public static Reading<(DateTimeOffset? Start, Expiration? Expiration)> Read(ScheduleRequestBody.ScheduleInfoBody? info)
    {
        if (info is null)
        {
            return BodyMembers.Missing("scheduleInfo");
        }

        if (info.Recurrence is { ValueKind: not JsonValueKind.Null and not JsonValueKind.Undefined })
        {
            return BodyMembers.Wrong("scheduleInfo.recurrence", "Nothing recurs here. Leave 'scheduleInfo.recurrence' out.");
        }

        return WireTime.Read(info.StartDateTime, "scheduleInfo.startDateTime")
            .Then(start => ExpirationReader.Read(info.Expiration)
            .Then<(DateTimeOffset?, Expiration?)>(expiration => (start, expiration)));
    }
}
