using System.Text.Json;
using Regent.Api.Graph.Schedules;
using Regent.Api.OData;
using Regent.Operations.Assignments;

namespace Regent.Api.Graph.GroupAccess;

/// <summary>A membership or ownership that is planned or in force.</summary>
[Entity("privilegedAccessGroupAssignmentSchedule")]
internal sealed record GroupAssignmentScheduleContract : GroupScheduleContract
{
    private GroupAssignmentScheduleContract(SeenSchedule seen, Related related)
        : base(seen, related)
    {
        AssignmentType = JsonNamingPolicy.CamelCase.ConvertName(seen.Listing.Schedule.Type.ToString());
        ActivatedUsing = related.Eligibility(seen.Listing.Schedule) is { } behind ? GroupEligibilityScheduleContract.Of(behind, related) : null;
    }

    public string AssignmentType { get; }

    [OnDemand]
    public GroupEligibilityScheduleContract? ActivatedUsing { get; }

    public static GroupAssignmentScheduleContract Of(SeenSchedule seen, Related related) => new(seen, related);
}
