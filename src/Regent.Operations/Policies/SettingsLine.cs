using Regent.Core.Policies;
using Regent.Core.Roles;

namespace Regent.Operations.Policies;

/// <summary>Settings of a role to take over.</summary>
/// <param name="Line">Where they stand.</param>
/// <param name="Role">The role.</param>
/// <param name="Scope">Where its settings hold.</param>
/// <param name="Rules">The rules; what they do not say stays.</param>
public sealed record SettingsLine(int Line, RoleDefinitionId Role, Scope Scope, IReadOnlyList<PolicyRule> Rules);
