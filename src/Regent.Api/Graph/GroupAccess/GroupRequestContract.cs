using Regent.Api.Graph.Contracts;
using Regent.Api.Graph.Schedules;
using Regent.Api.OData;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.GroupAccess;

/// <summary>A request about membership or ownership of a group (specification of the API, section 2.2).</summary>
internal abstract record GroupRequestContract : ScheduleRequestContract
{
    protected GroupRequestContract(ScheduleRequest request)
        : base(request)
    {
        var group = request.Scope.Group!.Value;
        AccessId = GroupAccess.AccessId.Of(request.Role);
        GroupId = group.ToString();
        TargetScheduleId = ShowsSchedule(request) ? IdOf(request.Schedule ?? request.Target, request, group) : null;
    }

    public string AccessId { get; }

    public string GroupId { get; }

    [OnDemand]
    public GroupContract? Group { get; init; }

    /// <summary>The schedule it is about; the schema takes it for an eligibility whatever it is.</summary>
    [OnDemand]
    public GroupEligibilityScheduleContract? TargetSchedule { get; init; }

    protected GroupRequestContract With(RequestListing listing, Related related) => this with
    {
        Principal = DirectoryObjectContract.Of(listing.Principal),
        Group = related.GroupOf(listing.Request.Scope) is { } group ? GroupContract.Of(group) : null,
        TargetSchedule = ShowsSchedule(listing.Request)
            && related.Schedule(listing.Request.Schedule ?? listing.Request.Target) is { } target
                ? GroupEligibilityScheduleContract.Of(target, related)
                : null,
    };

    private static string? IdOf(ScheduleId? schedule, ScheduleRequest request, PrincipalId group) =>
        schedule is { } id ? new GroupScheduleId(group, request.Role, id).ToString() : null;
}
