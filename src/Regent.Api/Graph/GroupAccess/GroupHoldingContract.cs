using System.Text.Json;
using System.Text.Json.Serialization;
using Regent.Api.Graph.Contracts;
using Regent.Api.Graph.Schedules;
using Regent.Api.OData;
using Regent.Operations.Assignments;

namespace Regent.Api.Graph.GroupAccess;

/// <summary>What schedules and instances in groups have in common (specification of the API, section 2.2).</summary>
internal abstract record GroupHoldingContract
{
    protected GroupHoldingContract(SeenSchedule seen, Related related)
    {
        var schedule = seen.Listing.Schedule;
        Id = GroupScheduleId.Of(schedule).ToString();
        AccessId = GroupAccess.AccessId.Of(schedule.Role);
        GroupId = schedule.Scope.Group!.Value.ToString();
        PrincipalId = schedule.Principal.ToString();
        MemberType = JsonNamingPolicy.CamelCase.ConvertName(ScheduleWords.MemberType(seen));
        Principal = DirectoryObjectContract.Of(seen.Listing.Principal);
        Group = related.GroupOf(schedule.Scope) is { } group ? GroupContract.Of(group) : null;
    }

    [JsonPropertyOrder(-1)]
    public string Id { get; }

    public string AccessId { get; }

    public string GroupId { get; }

    public string PrincipalId { get; }

    public string MemberType { get; }

    [OnDemand]
    public DirectoryObjectContract Principal { get; }

    [OnDemand]
    public GroupContract? Group { get; }
}
