using Regent.Core.Roles;

namespace Regent.Core.Assignments;

/// <summary>What somebody may do in Regent itself, by the roles they actively hold, themselves and through groups (specification, section 11).</summary>
public sealed record Authority(IReadOnlyCollection<HeldRole> Held)
{
    private static readonly HashSet<RoleDefinitionId> Owners = [GroupRoles.Owner];

    /// <summary>May do nothing but what everybody may.</summary>
    public static Authority None { get; } = new([]);

    /// <summary>What a program that acts for itself was granted beside the roles it holds.</summary>
    public IReadOnlySet<Power> Powers { get; init; } = new HashSet<Power>();

    /// <summary>Decides on requests where no approver is named: only by a role, never by a grant.</summary>
    public bool MayDecide => HoldsForTenant(DirectoryRoles.Administrators);

    /// <summary>Registers programs: any, or only those that are granted nothing for themselves.</summary>
    /// <param name="actsForItself">Whether the program is granted anything for itself.</param>
    public bool MayRegister(bool actsForItself) =>
        HoldsForTenant(actsForItself ? DirectoryRoles.Administrators : DirectoryRoles.AppAdministrators);

    /// <summary>Manages directory roles: assign, remove, change settings, cancel anybody's request, and decide where no approver is named.</summary>
    public bool MayManage => MayManageAt(Place.Tenant);

    /// <summary>Sets up the systems in which access lands, and decides about what is found there.</summary>
    public bool MayManageTargets => Powers.Contains(Power.ManageTargets) || HoldsForTenant(DirectoryRoles.Administrators);

    /// <summary>Manages every resource there is or will be.</summary>
    public bool MayManageAllResources => ManagedIn(RoleSystem.Resources).IsEverywhere;

    /// <summary>Makes custom roles of this system, at least somewhere.</summary>
    public bool MayMakeRolesOf(RoleSystem system) => system switch
    {
        RoleSystem.Directory => MayManage,
        RoleSystem.Resources => !ManagedIn(system).IsNowhere,
        RoleSystem.Groups => false,
    };

    /// <summary>See everybody's assignments and requests, the settings and the record, in every role system.</summary>
    public bool MayRead => Powers.Contains(Power.Read) || HoldsForTenant(DirectoryRoles.Readers);

    /// <summary>Manages what is held at this place.</summary>
    public bool MayManageAt(Place place) => ManagedIn(place.Scope.System).Includes(place);

    /// <summary>Takes away what is held at this place, whether or not they may give it.</summary>
    public bool MayTakeAt(Place place) => MayManageAt(place) || place.Scope.System switch
    {
        RoleSystem.Directory => Powers.Contains(Power.TakeDirectory),
        RoleSystem.Groups => Powers.Contains(Power.TakeGroups),
        RoleSystem.Resources => false,
    };

    /// <summary>Sees what is held at this place.</summary>
    public bool MayReadAt(Place place) => ReadIn(place.Scope.System).Includes(place);

    /// <summary>
    /// The places of a role system where they manage what is held. Nobody stands above the scope tree as in the cloud, so a Global
    /// Administrator manages resources too.
    /// </summary>
    public Reach ManagedIn(RoleSystem system) => system switch
    {
        RoleSystem.Directory => Powers.Contains(Power.ManageDirectory) || HoldsForTenant(DirectoryRoles.Administrators) ? Reach.Everywhere : Reach.Nowhere,
        RoleSystem.Resources when HoldsForTenant(DirectoryRoles.GlobalAdministrator) => Reach.Everywhere,
        RoleSystem.Groups when HoldsForTenant(DirectoryRoles.GlobalAdministrator) => Reach.Everywhere,
        RoleSystem.Resources => new Reach(WhereHeld(ResourceRoles.Administrators)),
        RoleSystem.Groups => new Reach(WhereHeld(Owners))
        {
            OrdinaryGroups = Powers.Contains(Power.ManageOrdinaryGroups) || HoldsForTenant(GroupRoles.Administrators),
            RoleAssignableGroups = Powers.Contains(Power.ManageRoleAssignableGroups) || HoldsForTenant(DirectoryRoles.Administrators),
        },
    };

    /// <summary>The places of a role system where they see what is held.</summary>
    public Reach ReadIn(RoleSystem system) => (MayRead, system) switch
    {
        (true, _) => Reach.Everywhere,
        (_, RoleSystem.Resources) => new Reach(WhereHeld(ResourceRoles.Readers)),
        _ => ManagedIn(system),
    };

    private bool HoldsForTenant(RoleDefinitionId role) => Held.Contains(new HeldRole(role, Scope.Tenant));

    private bool HoldsForTenant(IReadOnlySet<RoleDefinitionId> roles) =>
        Held.Any(held => held.Scope == Scope.Tenant && roles.Contains(held.Role));

    private HashSet<Scope> WhereHeld(IReadOnlySet<RoleDefinitionId> roles) =>
        Held.Where(held => roles.Contains(held.Role)).Select(held => held.Scope).ToHashSet();
}
