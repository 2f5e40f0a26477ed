using System.Text.Json;
using Regent.Api.Graph.Schedules;
using Regent.Api.OData;
using Regent.Operations.Assignments;

namespace Regent.Api.Graph.GroupAccess;

/// <summary>A membership or ownership that is in force.</summary>
[Entity("privilegedAccessGroupAssignmentScheduleInstance")]
internal sealed record GroupAssignmentInstanceContract : GroupInstanceContract
{
    private GroupAssignmentInstanceContract(SeenSchedule seen, Related related)
        : base(seen, related)
    {
        AssignmentType = JsonNamingPolicy.CamelCase.ConvertName(seen.Listing.Schedule.Type.ToString());
        AssignmentScheduleId = Id;
        ActivatedUsing = related.Eligibility(seen.Listing.Schedule) is { } behind ? GroupEligibilityInstanceContract.Of(behind, related) : null;
    }

    public string AssignmentType { get; }

    public string AssignmentScheduleId { get; }

    [OnDemand]
    public GroupEligibilityInstanceContract? ActivatedUsing { get; }

    public static GroupAssignmentInstanceContract Of(SeenSchedule seen, Related related) => new(seen, related);
}
