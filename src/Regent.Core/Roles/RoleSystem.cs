namespace Regent.Core.Roles;

/// <summary>The family a role belongs to; each has its own scopes, defaults and administrators (specification, section 1.1).</summary>
public enum RoleSystem
{
    /// <summary>Directory roles, held for the tenant or an administrative unit.</summary>
    Directory,

    /// <summary>Azure resource roles, held on management groups, subscriptions, resource groups and resources.</summary>
    Resources,

    /// <summary>Being member or owner of one group.</summary>
    Groups,
}
