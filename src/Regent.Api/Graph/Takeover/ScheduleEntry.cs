using System.Text.Json;
using Regent.Api.Graph.Schedules;
using Regent.Api.OData;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Roles;
using Regent.Operations.Requests;

namespace Regent.Api.Graph.Takeover;

/// <summary>A schedule of a directory role, or in a group, as Graph answers one.</summary>
internal sealed record ScheduleEntry
{
    private const string Reason = "Taken over from Microsoft Entra PIM";

    private static readonly string[] Standing = ["Provisioned", "Granted", "PendingProvisioning", "PendingScheduleCreation", "ScheduleCreated"];

    public string? Id { get; init; }

    public string? PrincipalId { get; init; }

    public string? RoleDefinitionId { get; init; }

    public string? DirectoryScopeId { get; init; }

    public string? GroupId { get; init; }

    public string? AccessId { get; init; }

    public string? AssignmentType { get; init; }

    public string? MemberType { get; init; }

    public string? Status { get; init; }

    public ScheduleRequestBody.ScheduleInfoBody? ScheduleInfo { get; init; }

    public static void TakeEligibility(JsonElement entry, Intake intake) => Take(entry, ScheduleKind.Eligibility, intake);

    public static void TakeAssignment(JsonElement entry, Intake intake) => Take(entry, ScheduleKind.Assignment, intake);

    private static void Take(JsonElement entry, ScheduleKind kind, Intake intake)
    {
        if (intake.Read<ScheduleEntry>(entry) is not { } schedule)
        {
            return;
        }

        if (schedule.WhyNot() is { } why)
        {
            intake.LeaveOut(schedule.Id, why);
            return;
        }

        intake.Take(schedule.Id, schedule.Ask(kind), ask => intake.Assignments.Add(schedule.Line(intake, ask)));
    }

    private string? WhyNot() => this switch
    {
        _ when Is(AssignmentType, "Activated") => "An activation that runs there. Whoever needs the role activates it here.",
        { MemberType: not null } when !Is(MemberType, "Direct") => "It comes through a group, whose own entry is taken over.",
        { Status: { } status } when !Standing.Contains(status, StringComparer.OrdinalIgnoreCase) => $"Its status is {status}.",
        _ => null,
    };

    private AssignmentLine Line(Intake intake, AssignmentAsk ask)
    {
        var (id, isKept) = KeptId.Of(Id!);
        return new AssignmentLine(intake.Line, id, ask with { Role = intake.Templates.GetValueOrDefault(ask.Role, ask.Role) })
        {
            Note = isKept ? "" : $"Its id {Id} is {id} here.",
        };
    }

    private Reading<AssignmentAsk> Ask(ScheduleKind kind) => Id is null
        ? BodyMembers.Missing("id")
        : BodyMembers.Id(PrincipalId, "principalId").Then(principal => What().Then(what => SpanReader.Read(ScheduleInfo).Then<AssignmentAsk>(span =>
            new AssignmentAsk(kind, new Core.Principals.PrincipalId(principal), what.Role, what.Scope)
            {
                Start = span.Start,
                Expiration = span.Expiration ?? new Expiration.Never(),
                Justification = Reason,
            })));

    private Reading<(Core.Roles.RoleDefinitionId Role, Scope Scope)> What() => GroupId is null && AccessId is null
        ? BodyMembers.Id(RoleDefinitionId, "roleDefinitionId").Then<(Core.Roles.RoleDefinitionId, Scope)>(role => Where() is { } scope
            ? (new Core.Roles.RoleDefinitionId(role), scope)
            : BodyMembers.Wrong("directoryScopeId", $"Directory roles are held for the tenant or an administrative unit here, and not at '{DirectoryScopeId}'."))
        : BodyMembers.Id(GroupId, "groupId").Then<(Core.Roles.RoleDefinitionId, Scope)>(group => Graph.GroupAccess.AccessId.Read(AccessId ?? "") is { } access
            ? (access, Scope.OfGroup(new Core.Principals.PrincipalId(group)))
            : BodyMembers.Wrong("accessId", "'accessId' is 'member' or 'owner'."));

    private Scope? Where() => Scope.TryParse(DirectoryScopeId, out var scope) ? scope : null;

    private static bool Is(string? text, string value) => value.Equals(text, StringComparison.OrdinalIgnoreCase);
}
