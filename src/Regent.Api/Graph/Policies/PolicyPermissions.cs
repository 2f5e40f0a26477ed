using Regent.Api.Graph.Protocol;

namespace Regent.Api.Graph.Policies;

/// <summary>What tokens must carry for the settings of roles (specification of the API, section 1.6).</summary>
internal static class PolicyPermissions
{
    public static TokenPermission ReadPolicies { get; } = new(
        [
            "RoleManagementPolicy.Read.Directory", "RoleManagement.Read.All", "RoleManagement.Read.Directory",
            "RoleManagementPolicy.ReadWrite.Directory", "RoleManagement.ReadWrite.Directory",
        ],
        ["RoleManagement.Read.Directory", "RoleManagement.Read.All", "RoleManagement.ReadWrite.Directory"]);

    public static TokenPermission ReadRule { get; } = new(
        [
            "RoleManagementPolicy.Read.Directory", "RoleManagementPolicy.ReadWrite.Directory", "RoleManagement.Read.All",
            "RoleManagement.Read.Directory", "RoleManagement.ReadWrite.Directory",
        ],
        ["RoleManagement.Read.Directory", "RoleManagement.Read.All", "RoleManagement.ReadWrite.Directory"]);

    public static TokenPermission WriteRules { get; } = new(
        ["RoleManagementPolicy.ReadWrite.Directory", "RoleManagement.ReadWrite.Directory"],
        []);

    public static TokenPermission ReadPolicyAssignments { get; } = new(
        [
            "RoleManagementPolicy.Read.Directory", "RoleManagement.Read.All", "RoleManagement.Read.Directory",
            "RoleManagementPolicy.ReadWrite.Directory", "RoleManagement.ReadWrite.Directory",
        ],
        ["RoleManagement.Read.All", "RoleManagement.Read.Directory", "RoleManagement.ReadWrite.Directory"]);
}
