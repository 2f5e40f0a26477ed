using Regent.Core.Assignments;
using Regent.Core.Audit;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Core.Targets;

namespace Regent.Testing;

/// <summary>Short ways to make the values tests are about.</summary>
public static class Make
{
    /// <summary>The moment tests begin at.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A user; the sign-in name is made of the name: Ada Lovelace is <c>ada.lovelace@regent.example</c>.</summary>
    public static Principal User(string name) => new(NewPrincipal(), PrincipalKind.User, name)
    {
        UserPrincipalName = Name($"{string.Join('.', name.Split(' ')).ToLowerInvariant()}@regent.example"),
    };

    public static Principal Group(string name) => new(NewPrincipal(), PrincipalKind.Group, name) { IsRoleAssignable = true };

    public static UserPrincipalName Name(string text) =>
        Core.Principals.UserPrincipalName.TryParse(text, out var name) ? name : throw new ArgumentException(text, nameof(text));

    public static Scope ScopeAt(string path) =>
        Scope.TryParse(path, out var scope) ? scope : throw new ArgumentException("No scope.", nameof(path));

    public static Scope Unit(Guid id) =>
        Scope.TryParse($"/administrativeUnits/{id:D}", out var scope) ? scope : throw new ArgumentException("No scope.", nameof(id));

    public static RoleDefinition Role(string name) =>
        new(new RoleDefinitionId(NewId()), name, $"What a {name} does.", IsPrivileged: false, IsBuiltIn: true);

    public static Schedule Eligibility(PrincipalId principal, RoleDefinitionId role, DateTimeOffset start, DateTimeOffset? end = null) =>
        Plan(ScheduleKind.Eligibility, AssignmentType.Assigned, principal, role, start, end);

    public static Schedule Assignment(PrincipalId principal, RoleDefinitionId role, DateTimeOffset start, DateTimeOffset? end = null) =>
        Plan(ScheduleKind.Assignment, AssignmentType.Assigned, principal, role, start, end);

    public static Schedule Activation(Schedule eligibility, PrincipalId principal, DateTimeOffset start, DateTimeOffset end) =>
        Plan(ScheduleKind.Assignment, AssignmentType.Activated, principal, eligibility.Role, start, end) with
        {
            ActivatedUsing = eligibility.Id,
        };

    public static AccountTemplate Accounts(string template) =>
        AccountTemplate.TryParse(template, out var accounts) ? accounts : throw new ArgumentException("No template.", nameof(template));

    /// <summary>An id that nothing has yet.</summary>
    public static Guid NewId() => Guid.CreateVersion7(Noon);

    public static AuditEntry Entry(DateTimeOffset now, string activity = AuditActivities.SignedIn, PrincipalId? actor = null) =>
        AuditEntry.Of(now, activity, actor);

    /// <summary>A request for activation that waits for an approver.</summary>
    public static ScheduleRequest Pending(PrincipalId principal, RoleDefinitionId role, DateTimeOffset now) => new(
        RequestId.At(now), RequestAction.SelfActivate, ScheduleKind.Assignment, principal, role, Scope.Tenant, principal, now,
        RequestStatus.PendingApproval)
    {
        Duration = TimeSpan.FromHours(2),
        Justification = "A customer cannot sign in.",
        Ticket = new Ticket("INC-1", "Desk"),
        Approval = Approval.OpenedAt(now),
    };

    private static Schedule Plan(
        ScheduleKind kind, AssignmentType type, PrincipalId principal, RoleDefinitionId role, DateTimeOffset start, DateTimeOffset? end) =>
        new(ScheduleId.At(start), kind, type, principal, role, Scope.Tenant, new Period(start, end), start);

    private static PrincipalId NewPrincipal() => PrincipalId.At(Noon);
}
