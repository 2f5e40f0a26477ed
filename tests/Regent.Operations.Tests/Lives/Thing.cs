using Regent.Core.Roles;

namespace Regent.Operations.Tests.Lives;

/// <summary>A role somewhere, that people want.</summary>
internal sealed record Thing(RoleDefinitionId Role, Scope Scope);
