using Regent.Core.Roles;

namespace Regent.Operations.Policies;

/// <summary>A role that demands approval by people who are all gone, so that administrators decide in their place.</summary>
/// <param name="Role">The role.</param>
/// <param name="Scope">Where its settings hold.</param>
/// <param name="PlaceName">What the scope is called; null for the tenant.</param>
public sealed record LapsedSettings(RoleDefinition Role, Scope Scope, string? PlaceName);
