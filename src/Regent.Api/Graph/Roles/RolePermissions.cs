using Regent.Api.Graph.Protocol;
using Regent.Api.Graph.Schedules;
using Regent.Core.Assignments;

namespace Regent.Api.Graph.Roles;

/// <summary>What tokens must carry for directory roles (specification of the API, section 1.6).</summary>
internal static class RolePermissions
{
    public static TokenPermission ReadAssignments { get; } = new(
        [
            "RoleAssignmentSchedule.Read.Directory", "RoleAssignmentSchedule.ReadWrite.Directory", "RoleManagement.Read.All",
            "RoleManagement.Read.Directory", "RoleManagement.ReadWrite.Directory",
        ],
        [
            "RoleAssignmentSchedule.Read.Directory", "RoleAssignmentSchedule.ReadWrite.Directory", "RoleManagement.Read.All",
            "RoleManagement.Read.Directory", "RoleManagement.ReadWrite.Directory",
        ]);

    public static TokenPermission ListAssignmentRequests { get; } = new(
        ["RoleAssignmentSchedule.ReadWrite.Directory", "RoleManagement.ReadWrite.Directory"],
        ["RoleAssignmentSchedule.ReadWrite.Directory", "RoleManagement.ReadWrite.Directory"]);

    public static TokenPermission SubmitAssignmentRequest { get; } = new(
        [
            "RoleAssignmentSchedule.ReadWrite.Directory", "RoleAssignmentSchedule.Remove.Directory",
            "RoleEligibilitySchedule.Remove.Directory", "RoleManagement.ReadWrite.Directory",
        ],
        [
            "RoleAssignmentSchedule.ReadWrite.Directory", "RoleManagement.ReadWrite.Directory",
            "RoleAssignmentSchedule.Remove.Directory", "RoleEligibilitySchedule.Remove.Directory",
        ]);

    public static TokenPermission HandleAssignmentRequest { get; } = new(
        ["RoleAssignmentSchedule.ReadWrite.Directory", "RoleManagement.ReadWrite.Directory"],
        ["RoleAssignmentSchedule.ReadWrite.Directory", "RoleManagement.ReadWrite.Directory"]);

    public static TokenPermission ReadEligibilities { get; } = new(
        [
            "RoleEligibilitySchedule.Read.Directory", "RoleEligibilitySchedule.ReadWrite.Directory", "RoleManagement.Read.All",
            "RoleManagement.Read.Directory", "RoleManagement.ReadWrite.Directory",
        ],
        [
            "RoleEligibilitySchedule.Read.Directory", "RoleEligibilitySchedule.ReadWrite.Directory", "RoleManagement.Read.All",
            "RoleManagement.Read.Directory", "RoleManagement.ReadWrite.Directory",
        ]);

    public static TokenPermission HandleEligibilityRequests { get; } = new(
        ["RoleEligibilitySchedule.ReadWrite.Directory", "RoleManagement.ReadWrite.Directory"],
        ["RoleEligibilitySchedule.ReadWrite.Directory", "RoleManagement.ReadWrite.Directory"]);

    public static TokenPermission ReadRawAssignments { get; } = new(
        [
            "RoleManagement.Read.Directory", "RoleManagement.ReadWrite.Directory", "Directory.Read.All", "RoleManagement.Read.All",
            "Directory.ReadWrite.All",
        ],
        [
            "RoleManagement.Read.Directory", "RoleManagement.ReadWrite.Directory", "Directory.Read.All", "Directory.ReadWrite.All",
        ]);

    public static TokenPermission WriteRawAssignments { get; } = new(
        ["RoleManagement.ReadWrite.Directory"],
        ["RoleManagement.ReadWrite.Directory"]);

    public static TokenPermission ReadTransitiveAssignments { get; } = new(
        [
            "RoleManagement.Read.Directory", "Directory.Read.All", "Directory.ReadWrite.All", "RoleManagement.ReadWrite.Directory",
        ],
        [
            "RoleManagement.Read.Directory", "Directory.Read.All", "Directory.ReadWrite.All", "RoleManagement.ReadWrite.Directory",
        ]);

    public static TokenPermission ReadDefinitions { get; } = new(
        [
            "RoleManagement.Read.Directory", "RoleManagement.ReadWrite.Directory", "Directory.Read.All", "RoleManagement.Read.All",
            "Directory.ReadWrite.All",
        ],
        [
            "RoleManagement.Read.Directory", "RoleManagement.ReadWrite.Directory", "Directory.Read.All", "RoleManagement.Read.All",
            "Directory.ReadWrite.All",
        ]);

    public static TokenPermission WriteDefinitions { get; } = new(
        ["RoleManagement.ReadWrite.Directory", "Directory.ReadWrite.All"],
        ["RoleManagement.ReadWrite.Directory", "Directory.ReadWrite.All"]);

    /// <summary>What schedules and instances of a kind need.</summary>
    public static TokenPermission Read(ScheduleKind kind) => kind == ScheduleKind.Assignment ? ReadAssignments : ReadEligibilities;

    /// <summary>What requests of a kind need.</summary>
    public static FamilyPermissions Of(ScheduleKind kind) => kind switch
    {
        ScheduleKind.Assignment => new(
            ListAssignmentRequests, HandleAssignmentRequest, SubmitAssignmentRequest, HandleAssignmentRequest),
        ScheduleKind.Eligibility => new(
            HandleEligibilityRequests, HandleEligibilityRequests, HandleEligibilityRequests, HandleEligibilityRequests),
    };
}
