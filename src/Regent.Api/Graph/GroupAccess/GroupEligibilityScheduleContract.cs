using Regent.Api.OData;
using Regent.Operations.Assignments;

namespace Regent.Api.Graph.GroupAccess;

/// <summary>A membership or ownership that can be activated, now or later.</summary>
[Entity("privilegedAccessGroupEligibilitySchedule")]
internal sealed record GroupEligibilityScheduleContract : GroupScheduleContract
{
    private GroupEligibilityScheduleContract(SeenSchedule seen, Related related)
        : base(seen, related)
    {
    }

    public static GroupEligibilityScheduleContract Of(SeenSchedule seen, Related related) => new(seen, related);
}
