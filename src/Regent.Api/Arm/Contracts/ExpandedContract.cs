using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Api.Arm.Contracts;

/// <summary>The names behind the ids of an item.</summary>
internal sealed record ExpandedContract(NamedContract Scope, NamedContract RoleDefinition, NamedContract Principal)
{
    public static ExpandedContract Of(Scope scope, string? scopeName, RoleDefinition role, Principal principal) =>
        new(NamedContract.Of(scope, scopeName), NamedContract.Of(scope, role), NamedContract.Of(principal));
}
