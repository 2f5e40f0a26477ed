using Regent.Api.Graph.Contracts;
using Regent.Api.OData;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Roles;

/// <summary>An eligibility that is in force (specification of the API, section 2.1).</summary>
[Entity("unifiedRoleEligibilityScheduleInstance")]
internal sealed record RoleEligibilityScheduleInstanceContract
{
    public required string Id { get; init; }

    public required string PrincipalId { get; init; }

    public required string RoleDefinitionId { get; init; }

    public required string DirectoryScopeId { get; init; }

    public string? AppScopeId { get; init; }

    public required DateTimeOffset StartDateTime { get; init; }

    public required DateTimeOffset? EndDateTime { get; init; }

    public required string MemberType { get; init; }

    public required string RoleEligibilityScheduleId { get; init; }

    [OnDemand]
    public required DirectoryObjectContract Principal { get; init; }

    [OnDemand]
    public required RoleDefinitionContract RoleDefinition { get; init; }

    /// <param name="listing">The eligibility.</param>
    /// <param name="memberType">How whoever is asked about comes to it.</param>
    public static RoleEligibilityScheduleInstanceContract Of(ScheduleListing listing, string memberType)
    {
        var schedule = listing.Schedule;
        return new RoleEligibilityScheduleInstanceContract
        {
            Id = InstanceId.Of(schedule).ToString(),
            PrincipalId = schedule.Principal.ToString(),
            RoleDefinitionId = schedule.Role.ToString(),
            DirectoryScopeId = schedule.Scope.Value,
            StartDateTime = schedule.Effective.Start,
            EndDateTime = schedule.Effective.End,
            MemberType = memberType,
            RoleEligibilityScheduleId = schedule.Id.ToString(),
            Principal = DirectoryObjectContract.Of(listing.Principal),
            RoleDefinition = RoleDefinitionContract.Of(listing.Role),
        };
    }
}
