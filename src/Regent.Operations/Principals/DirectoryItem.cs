using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Operations.Principals;

/// <summary>Anything of the directory that has an id of its own.</summary>
public abstract record DirectoryItem
{
    private DirectoryItem()
    {
    }

    /// <summary>A user, a group or a service principal.</summary>
    public sealed record OfPrincipal(Principal Principal) : DirectoryItem;

    /// <summary>A directory role.</summary>
    public sealed record OfRole(RoleDefinition Role) : DirectoryItem;

    /// <summary>An administrative unit.</summary>
    public sealed record OfUnit(ScopeNode Unit) : DirectoryItem;
}
