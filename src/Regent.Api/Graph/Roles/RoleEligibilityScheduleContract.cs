using Regent.Api.OData;
using Regent.Operations.Assignments;

namespace Regent.Api.Graph.Roles;

/// <summary>An eligibility that is planned or in force.</summary>
[Entity("unifiedRoleEligibilitySchedule")]
internal sealed record RoleEligibilityScheduleContract : RoleScheduleContract
{
    private RoleEligibilityScheduleContract(SeenSchedule seen, Related related)
        : base(seen, related)
    {
    }

    public static RoleEligibilityScheduleContract Of(SeenSchedule seen, Related related) => new(seen, related);
}
