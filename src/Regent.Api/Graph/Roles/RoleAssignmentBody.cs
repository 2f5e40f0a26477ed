namespace Regent.Api.Graph.Roles;

/// <summary>A role assignment as it is sent: every value may be missing or wrong.</summary>
internal sealed record RoleAssignmentBody(
    string? PrincipalId, string? RoleDefinitionId, string? DirectoryScopeId, string? AppScopeId, string? Justification);
