namespace Regent.Core.Roles;

/// <summary>A role somebody holds at this moment, and where.</summary>
public sealed record HeldRole(RoleDefinitionId Role, Scope Scope);
