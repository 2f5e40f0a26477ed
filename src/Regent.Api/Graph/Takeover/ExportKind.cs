using System.Text.Json;

namespace Regent.Api.Graph.Takeover;

/// <summary>What a file can hold: the last part of the address that answers it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Take">Takes in one entry.</param>
internal sealed record ExportKind(string Name, Action<JsonElement, Intake> Take)
{
    /// <summary>All of them, in the order in which they are read: what others name comes first.</summary>
    public static IReadOnlyList<ExportKind> All { get; } =
    [
        new("users", UserEntry.Take),
        new("groups", GroupEntry.Take),
        new("servicePrincipals", ServicePrincipalEntry.Take),
        new("members", MemberEntry.Take),
        new("administrativeUnits", UnitEntry.Take),
        new("roleDefinitions", RoleEntry.Take),
        new("roleManagementPolicyAssignments", PolicyEntry.Take),
        new("roleEligibilitySchedules", ScheduleEntry.TakeEligibility),
        new("roleAssignmentSchedules", ScheduleEntry.TakeAssignment),
        new("eligibilitySchedules", ScheduleEntry.TakeEligibility),
        new("assignmentSchedules", ScheduleEntry.TakeAssignment),
    ];

    public int Order => All.TakeWhile(other => other != this).Count();

    /// <summary>What a file of this name holds; null where it does not say.</summary>
    public static ExportKind? Of(string file)
    {
        var name = string.Concat(file.TakeWhile(char.IsAsciiLetter));
        return All.FirstOrDefault(kind => kind.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
    }
}
