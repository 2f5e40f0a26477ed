using System.Text.Json.Serialization;
using Regent.Operations.Ports;

namespace Regent.Api.Arm.Requests;

/// <summary>A request about an assignment.</summary>
internal sealed record AssignmentRequestProperties : RequestProperties
{
    internal AssignmentRequestProperties(RequestListing listing)
        : base(listing)
    {
        TargetRoleAssignmentScheduleId = TargetOf(listing.Request);
        LinkedRoleEligibilityScheduleId = listing.Request.Wording?.Eligibility ?? listing.Schedule?.ActivatedUsing?.ToString();
    }

    public string? TargetRoleAssignmentScheduleId { get; }

    /// <summary>Always null: what is in force has the name of its schedule.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? TargetRoleAssignmentScheduleInstanceId { get; }

    public string? LinkedRoleEligibilityScheduleId { get; }
}
