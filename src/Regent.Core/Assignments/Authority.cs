using Regent.Core.Roles;

namespace Regent.Core.Assignments;

/// <summary>What somebody may do in Regent itself, by the roles they actively hold, themselves and through groups (specification, section 11).</summary>
public sealed record Authority(IReadOnlyCollection<HeldRole> Held)
{
    /// <summary>May do nothing but what everybody may.</summary>
    public static Authority None { get; } = new([]);

    /// <summary>Manages directory roles: assign, remove, change settings, cancel anybody's request, and decide where no approver is named.</summary>
    public bool MayManage => MayManageAt(Place.Tenant);

    /// <summary>Manages every resource there is or will be.</summary>
    public bool MayManageAllResources => HoldsForTenant(DirectoryRoles.GlobalAdministrator);

    /// <summary>Makes custom roles of this system, at least somewhere.</summary>
    public bool MayMakeRolesOf(RoleSystem system) => system switch
    {
        RoleSystem.Directory => MayManage,
        RoleSystem.Resources => MayManageAllResources || Held.Any(held => ResourceRoles.Administrators.Contains(held.Role)),
        RoleSystem.Groups => false,
    };

    /// <summary>See everybody's assignments and requests, the settings and the record, in every role system.</summary>
    public bool MayRead => HoldsForTenant(DirectoryRoles.Readers);

    /// <summary>
    /// Manages what is held at this place. Nobody stands above the scope tree as in the cloud, so a Global Administrator manages
    /// resources too.
    /// </summary>
    public bool MayManageAt(Place place) => place.Scope.System switch
    {
        RoleSystem.Directory => HoldsForTenant(DirectoryRoles.Administrators),
        RoleSystem.Resources => Holds(ResourceRoles.Administrators, place) || MayManageAllResources,
        RoleSystem.Groups => Held.Contains(new HeldRole(GroupRoles.Owner, place.Scope))
            || HoldsForTenant(place.IsRoleAssignable ? DirectoryRoles.Administrators : GroupRoles.Administrators),
    };

    /// <summary>Sees what is held at this place.</summary>
    public bool MayReadAt(Place place) =>
        MayRead || MayManageAt(place) || (place.Scope.System == RoleSystem.Resources && Holds(ResourceRoles.Readers, place));

    private bool HoldsForTenant(RoleDefinitionId role) => Held.Contains(new HeldRole(role, Scope.Tenant));

    private bool HoldsForTenant(IReadOnlySet<RoleDefinitionId> roles) =>
        Held.Any(held => held.Scope == Scope.Tenant && roles.Contains(held.Role));

    private bool Holds(IReadOnlySet<RoleDefinitionId> roles, Place place) =>
        Held.Any(held => roles.Contains(held.Role) && place.IsWithin(held.Scope));
}
