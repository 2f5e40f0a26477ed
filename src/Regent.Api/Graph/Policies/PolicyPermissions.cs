using Regent.Api.Graph.Protocol;

namespace Regent.Api.Graph.Policies;

/// <summary>
/// What tokens must carry for the settings of roles and of groups (specification of the API, section 1.6). Both are at the same
/// addresses, and either name will do there.
/// </summary>
internal static class PolicyPermissions
{
    private const string ReadForGroups = "RoleManagementPolicy.Read.AzureADGroup";
    private const string WriteForGroups = "RoleManagementPolicy.ReadWrite.AzureADGroup";

    public static TokenPermission ReadPolicies { get; } = new(
        [
            "RoleManagementPolicy.Read.Directory", "RoleManagement.Read.All", "RoleManagement.Read.Directory",
            "RoleManagementPolicy.ReadWrite.Directory", "RoleManagement.ReadWrite.Directory", ReadForGroups, WriteForGroups,
        ],
        ["RoleManagement.Read.Directory", "RoleManagement.Read.All", "RoleManagement.ReadWrite.Directory", ReadForGroups, WriteForGroups]);

    public static TokenPermission WriteRules { get; } = new(
        ["RoleManagementPolicy.ReadWrite.Directory", "RoleManagement.ReadWrite.Directory", WriteForGroups],
        [WriteForGroups]);
}
