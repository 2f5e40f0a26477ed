using System.Text.Json.Serialization;
using Regent.Operations.Ports;

namespace Regent.Api.Arm.Requests;

/// <summary>A request about an eligibility.</summary>
internal sealed record EligibilityRequestProperties : RequestProperties
{
    internal EligibilityRequestProperties(RequestListing listing)
        : base(listing)
    {
        TargetRoleEligibilityScheduleId = TargetOf(listing.Request);
    }

    public string? TargetRoleEligibilityScheduleId { get; }

    /// <summary>Always null: what is in force has the name of its schedule.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? TargetRoleEligibilityScheduleInstanceId { get; }
}
