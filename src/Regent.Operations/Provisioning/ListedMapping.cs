using Regent.Core.Roles;
using Regent.Core.Targets;

namespace Regent.Operations.Provisioning;

/// <summary>A mapping with the names of what it is about.</summary>
/// <param name="Mapping">The mapping.</param>
/// <param name="Role">The role.</param>
/// <param name="ScopeName">What its scope is called; null for the tenant, and for what is unknown.</param>
public sealed record ListedMapping(Mapping Mapping, RoleDefinition Role, string? ScopeName);
