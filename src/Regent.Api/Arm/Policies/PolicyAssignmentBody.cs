namespace Regent.Api.Arm.Policies;

/// <summary>A link between a role and its policy as it is sent.</summary>
internal sealed record PolicyAssignmentBody(PolicyAssignmentBody.PropertiesBody? Properties)
{
    internal sealed record PropertiesBody(string? RoleDefinitionId, string? PolicyId);
}
