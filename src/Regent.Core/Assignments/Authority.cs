using Regent.Core.Roles;

namespace Regent.Core.Assignments;

/// <summary>What somebody may do in Regent itself, by the directory roles they actively hold for the tenant (specification, section 11).</summary>
public sealed record Authority(IReadOnlySet<RoleDefinitionId> ActiveRoles)
{
    /// <summary>May do nothing but what everybody may.</summary>
    public static Authority None { get; } = new(new HashSet<RoleDefinitionId>());

    /// <summary>Assign, remove, change settings, cancel anybody's request, and decide where no approver is named.</summary>
    public bool MayManage => ActiveRoles.Overlaps(DirectoryRoles.Administrators);

    /// <summary>See everybody's assignments and requests, the settings and the record.</summary>
    public bool MayRead => ActiveRoles.Overlaps(DirectoryRoles.Readers);
}
