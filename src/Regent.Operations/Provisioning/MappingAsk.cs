using Regent.Core.Roles;
using Regent.Core.Targets;

namespace Regent.Operations.Provisioning;

/// <summary>What an administrator wants a role at a scope to give in a target.</summary>
/// <param name="Role">The role.</param>
/// <param name="Scope">Where it is held.</param>
/// <param name="Entitlements">What it gives.</param>
/// <param name="Landing">How it ends.</param>
public sealed record MappingAsk(RoleDefinitionId Role, Scope Scope, IReadOnlyList<string> Entitlements, Landing Landing);
