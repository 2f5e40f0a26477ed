using Regent.Api.Graph.Schedules;
using Regent.Api.OData;
using Regent.Core.Assignments;
using Regent.Core.Targets;

namespace Regent.Api.Access;

/// <summary>How what was found is to be taken into Regent.</summary>
internal sealed record AdoptionBody
{
    /// <summary>The mapping that gives it.</summary>
    public string? MappingId { get; init; }

    /// <summary>When the assignment ends, as in a request for one.</summary>
    public SpanBody? ScheduleInfo { get; init; }

    /// <summary>What is asked.</summary>
    public Reading<(MappingId Mapping, Expiration Expiration)> Read() =>
        Members.Id(MappingId, "mappingId").Then(mapping => ExpirationReader.Read(ScheduleInfo?.Expiration).Then<(MappingId, Expiration)>(
            expiration => expiration is null ? Members.Missing("scheduleInfo.expiration") : (new MappingId(mapping), expiration)));

    internal sealed record SpanBody(ScheduleRequestBody.ExpirationBody? Expiration);
}
