using Regent.Api.Arm.Contracts;
using Regent.Api.Arm.Protocol;
using Regent.Operations.Ports;

namespace Regent.Api.Arm.Roles;

/// <summary>What somebody holds now (specification of the API, section 3.4).</summary>
internal sealed record RoleAssignmentProperties
{
    public const string Set = "roleAssignments";

    public required string RoleDefinitionId { get; init; }

    public required string PrincipalId { get; init; }

    public required string PrincipalType { get; init; }

    public required string Scope { get; init; }

    public string? Description { get; init; }

    public string? Condition { get; init; }

    public string? ConditionVersion { get; init; }

    public required DateTimeOffset CreatedOn { get; init; }

    public required DateTimeOffset UpdatedOn { get; init; }

    public string? CreatedBy { get; init; }

    public string? UpdatedBy { get; init; }

    public static ResourceContract Of(ScheduleListing listing)
    {
        var schedule = listing.Schedule;
        return ResourceContract.Of(schedule.Scope, Set, schedule.Id, new RoleAssignmentProperties
        {
            RoleDefinitionId = ArmIds.Role(schedule.Scope, schedule.Role),
            PrincipalId = schedule.Principal.ToString(),
            PrincipalType = listing.Principal.Kind.ToString(),
            Scope = schedule.Scope.Value,
            Description = listing.Maker?.Justification,
            Condition = listing.Maker?.Wording?.Condition,
            ConditionVersion = listing.Maker?.Wording?.ConditionVersion,
            CreatedOn = schedule.CreatedAt,
            UpdatedOn = schedule.EndedAt ?? schedule.CreatedAt,
            CreatedBy = listing.Maker?.CreatedBy.ToString(),
            UpdatedBy = listing.Maker?.CreatedBy.ToString(),
        });
    }
}
