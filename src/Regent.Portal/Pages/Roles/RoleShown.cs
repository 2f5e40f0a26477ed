using Regent.Core.Roles;

namespace Regent.Portal.Pages.Roles;

/// <summary>What the panel of a role shows.</summary>
/// <param name="Role">The role; null for a new one, and for one that is not there.</param>
/// <param name="Scopes">Its scopes that the reader may know, by name.</param>
public sealed record RoleShown(RoleDefinition? Role, IReadOnlyDictionary<Scope, ScopeNode> Scopes);
