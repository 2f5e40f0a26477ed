using Regent.Api.Graph.Protocol;

namespace Regent.Api.Graph.Approvals;

/// <summary>What tokens must carry for approvals (specification of the API, sections 1.7 and 1.9). No program decides for itself.</summary>
internal static class ApprovalPermissions
{
    private const string WriteAssignments = "RoleAssignmentSchedule.ReadWrite.Directory";
    private const string WriteRoles = "RoleManagement.ReadWrite.Directory";
    private const string WriteGroups = "PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup";

    private static readonly string[] Readers =
        ["RoleAssignmentSchedule.Read.Directory", WriteAssignments, "RoleManagement.Read.Directory", WriteRoles];

    private static readonly string[] GroupReaders = ["PrivilegedAssignmentSchedule.Read.AzureADGroup", WriteGroups];

    public static TokenPermission ReadForRoles { get; } = new(Readers, Readers);

    public static TokenPermission DecideForRoles { get; } = new([WriteAssignments, WriteRoles], []);

    public static TokenPermission ReadForGroups { get; } = new(GroupReaders, GroupReaders);

    public static TokenPermission DecideForGroups { get; } = new([WriteGroups], []);
}
