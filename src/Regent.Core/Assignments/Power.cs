namespace Regent.Core.Assignments;

/// <summary>What a program that acts for itself can be granted beside roles, by an administrator's consent. Deciding on requests is none of it.</summary>
public enum Power
{
    /// <summary>Sees everybody's assignments and requests, the settings and the record.</summary>
    Read,

    /// <summary>Manages directory roles: assigns, removes, changes settings.</summary>
    ManageDirectory,

    /// <summary>Manages membership and ownership of groups that hold no directory roles.</summary>
    ManageOrdinaryGroups,

    /// <summary>Manages membership and ownership of groups that can hold directory roles.</summary>
    ManageRoleAssignableGroups,

    /// <summary>Takes directory roles away, and gives none.</summary>
    TakeDirectory,

    /// <summary>Takes membership and ownership of groups away, and gives none.</summary>
    TakeGroups,

    /// <summary>Manages the systems in which access lands.</summary>
    ManageTargets,
}
