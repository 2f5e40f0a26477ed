using Microsoft.AspNetCore.Http;
using Regent.Api.Graph.Protocol;

namespace Regent.Api.Graph.Policies;

/// <summary>
/// What tokens must carry for the settings of roles and of groups (specification of the API, section 1.6). Both are at the same
/// addresses: the gate lets either in, and which of them is asked about is only known behind it.
/// </summary>
internal static class PolicyPermissions
{
    private const string ReadForGroups = "RoleManagementPolicy.Read.AzureADGroup";
    private const string WriteForGroups = "RoleManagementPolicy.ReadWrite.AzureADGroup";

    private static readonly TokenPermission ReadRoles = new(
        [
            "RoleManagementPolicy.Read.Directory", "RoleManagement.Read.All", "RoleManagement.Read.Directory",
            "RoleManagementPolicy.ReadWrite.Directory", "RoleManagement.ReadWrite.Directory",
        ],
        ["RoleManagement.Read.Directory", "RoleManagement.Read.All", "RoleManagement.ReadWrite.Directory"]);

    private static readonly TokenPermission WriteRoles = new(
        ["RoleManagementPolicy.ReadWrite.Directory", "RoleManagement.ReadWrite.Directory"], []);

    private static readonly TokenPermission ReadGroups = new([ReadForGroups, WriteForGroups], [ReadForGroups, WriteForGroups]);

    private static readonly TokenPermission WriteGroups = new([WriteForGroups], [WriteForGroups]);

    public static TokenPermission Read { get; } = Either(ReadRoles, ReadGroups);

    public static TokenPermission Write { get; } = Either(WriteRoles, WriteGroups);

    /// <summary>The no to a token that lets in here, but not to what is asked about; null when it does.</summary>
    public static IResult? RefusalToRead(this GraphCall call, PolicyScopeType type) =>
        Refusal(call, type == PolicyScopeType.Group ? ReadGroups : ReadRoles);

    /// <summary>The same for a change.</summary>
    public static IResult? RefusalToWrite(this GraphCall call, PolicyScopeType type) =>
        Refusal(call, type == PolicyScopeType.Group ? WriteGroups : WriteRoles);

    private static IResult? Refusal(GraphCall call, TokenPermission needed) =>
        TokenGate.Refusal(call.Http.User, needed) is { } why ? GraphErrors.Denied(why) : null;

    private static TokenPermission Either(TokenPermission one, TokenPermission other) =>
        new([.. one.Delegated, .. other.Delegated], [.. one.Application, .. other.Application]);
}
