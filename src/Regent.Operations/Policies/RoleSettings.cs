using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Operations.Policies;

/// <summary>The settings of a role with the names a page shows.</summary>
/// <param name="Role">The role.</param>
/// <param name="Policy">Its settings.</param>
/// <param name="Approvers">The approvers named.</param>
/// <param name="ModifiedBy">Who changed them last; null when nobody has.</param>
public sealed record RoleSettings(RoleDefinition Role, RolePolicy Policy, IReadOnlyList<Principal> Approvers, Principal? ModifiedBy);
