using Regent.Api.Graph.Protocol;
using Regent.Api.Graph.Schedules;
using Regent.Core.Assignments;

namespace Regent.Api.Graph.GroupAccess;

/// <summary>What tokens must carry for memberships and ownerships of groups (specification of the API, section 1.6).</summary>
internal static class GroupPermissions
{
    public static TokenPermission ReadAssignments { get; } = new(
        ["PrivilegedAssignmentSchedule.Read.AzureADGroup", "PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup"],
        ["PrivilegedAssignmentSchedule.Read.AzureADGroup", "PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup"]);

    public static TokenPermission ListAssignmentRequests { get; } = new(
        ["PrivilegedAssignmentSchedule.Read.AzureADGroup", "PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup"],
        ["PrivilegedAssignmentSchedule.Read.AzureADGroup", "PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup"]);

    public static TokenPermission SubmitAssignmentRequest { get; } = new(
        ["PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup", "PrivilegedAssignmentSchedule.Remove.AzureADGroup"],
        ["PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup", "PrivilegedAssignmentSchedule.Remove.AzureADGroup"]);

    public static TokenPermission CancelAssignmentRequest { get; } = new(
        ["PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup"],
        ["PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup"]);

    public static TokenPermission ReadEligibilities { get; } = new(
        ["PrivilegedEligibilitySchedule.Read.AzureADGroup", "PrivilegedEligibilitySchedule.ReadWrite.AzureADGroup"],
        ["PrivilegedEligibilitySchedule.Read.AzureADGroup", "PrivilegedEligibilitySchedule.ReadWrite.AzureADGroup"]);

    public static TokenPermission ListEligibilityRequests { get; } = new(
        ["PrivilegedEligibilitySchedule.Read.AzureADGroup", "PrivilegedEligibilitySchedule.ReadWrite.AzureADGroup"],
        ["PrivilegedEligibilitySchedule.Read.AzureADGroup", "PrivilegedEligibilitySchedule.ReadWrite.AzureADGroup"]);

    public static TokenPermission SubmitEligibilityRequest { get; } = new(
        ["PrivilegedEligibilitySchedule.ReadWrite.AzureADGroup", "PrivilegedEligibilitySchedule.Remove.AzureADGroup"],
        ["PrivilegedEligibilitySchedule.ReadWrite.AzureADGroup", "PrivilegedEligibilitySchedule.Remove.AzureADGroup"]);

    public static TokenPermission CancelEligibilityRequest { get; } = new(
        ["PrivilegedEligibilitySchedule.ReadWrite.AzureADGroup"],
        ["PrivilegedEligibilitySchedule.ReadWrite.AzureADGroup"]);

    /// <summary>What schedules and instances of a kind need.</summary>
    public static TokenPermission Read(ScheduleKind kind) => kind == ScheduleKind.Assignment ? ReadAssignments : ReadEligibilities;

    /// <summary>What requests of a kind need.</summary>
    public static FamilyPermissions Of(ScheduleKind kind) => kind switch
    {
        ScheduleKind.Assignment => new(
            ListAssignmentRequests, ReadAssignments, SubmitAssignmentRequest, CancelAssignmentRequest),
        ScheduleKind.Eligibility => new(
            ListEligibilityRequests, ReadEligibilities, SubmitEligibilityRequest, CancelEligibilityRequest),
    };
}
