using Regent.Api.Graph.Contracts;
using Regent.Api.OData;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Roles;

/// <summary>An assignment that is in force (specification of the API, section 2.1).</summary>
[Entity("unifiedRoleAssignmentScheduleInstance")]
internal sealed record RoleAssignmentScheduleInstanceContract
{
    public required string Id { get; init; }

    public required string PrincipalId { get; init; }

    public required string RoleDefinitionId { get; init; }

    public required string DirectoryScopeId { get; init; }

    public string? AppScopeId { get; init; }

    public required DateTimeOffset StartDateTime { get; init; }

    public required DateTimeOffset? EndDateTime { get; init; }

    public required string AssignmentType { get; init; }

    public required string MemberType { get; init; }

    public required string RoleAssignmentOriginId { get; init; }

    public required string RoleAssignmentScheduleId { get; init; }

    [OnDemand]
    public required DirectoryObjectContract Principal { get; init; }

    [OnDemand]
    public required RoleDefinitionContract RoleDefinition { get; init; }

    /// <param name="listing">The assignment.</param>
    /// <param name="memberType">How whoever is asked about comes to it.</param>
    public static RoleAssignmentScheduleInstanceContract Of(ScheduleListing listing, string memberType)
    {
        var schedule = listing.Schedule;
        var id = InstanceId.Of(schedule).ToString();
        return new RoleAssignmentScheduleInstanceContract
        {
            Id = id,
            PrincipalId = schedule.Principal.ToString(),
            RoleDefinitionId = schedule.Role.ToString(),
            DirectoryScopeId = schedule.Scope.Value,
            StartDateTime = schedule.Effective.Start,
            EndDateTime = schedule.Effective.End,
            AssignmentType = schedule.Type switch
            {
                Regent.Core.Assignments.AssignmentType.Assigned => "Assigned",
                Regent.Core.Assignments.AssignmentType.Activated => "Activated",
            },
            MemberType = memberType,
            RoleAssignmentOriginId = id,
            RoleAssignmentScheduleId = schedule.Id.ToString(),
            Principal = DirectoryObjectContract.Of(listing.Principal),
            RoleDefinition = RoleDefinitionContract.Of(listing.Role),
        };
    }
}
