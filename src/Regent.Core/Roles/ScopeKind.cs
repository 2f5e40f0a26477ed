namespace Regent.Core.Roles;

/// <summary>What a scope is (specification, section 1.4).</summary>
public enum ScopeKind
{
    Tenant,
    AdministrativeUnit,
    Group,
    ManagementGroup,
    Subscription,
    ResourceGroup,
    Resource,
}
