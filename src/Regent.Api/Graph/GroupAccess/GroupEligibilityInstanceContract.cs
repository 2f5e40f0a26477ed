using Regent.Api.OData;
using Regent.Operations.Assignments;

namespace Regent.Api.Graph.GroupAccess;

/// <summary>A membership or ownership that can be activated.</summary>
[Entity("privilegedAccessGroupEligibilityScheduleInstance")]
internal sealed record GroupEligibilityInstanceContract : GroupInstanceContract
{
    private GroupEligibilityInstanceContract(SeenSchedule seen, Related related)
        : base(seen, related)
    {
        EligibilityScheduleId = Id;
    }

    public string EligibilityScheduleId { get; }

    public static GroupEligibilityInstanceContract Of(SeenSchedule seen, Related related) => new(seen, related);
}
