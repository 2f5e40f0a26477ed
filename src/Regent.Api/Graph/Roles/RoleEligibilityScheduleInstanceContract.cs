using Regent.Api.OData;
using Regent.Operations.Assignments;

namespace Regent.Api.Graph.Roles;

/// <summary>An eligibility that is in force.</summary>
[Entity("unifiedRoleEligibilityScheduleInstance")]
internal sealed record RoleEligibilityScheduleInstanceContract : RoleInstanceContract
{
    private RoleEligibilityScheduleInstanceContract(SeenSchedule seen, Related related)
        : base(seen, related) => RoleEligibilityScheduleId = RoleScheduleIds.Of(seen);

    public string RoleEligibilityScheduleId { get; }

    public static RoleEligibilityScheduleInstanceContract Of(SeenSchedule seen, Related related) => new(seen, related);
}
