using Regent.Api.Arm.Protocol;
using Regent.Api.OData;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Requests;

namespace Regent.Api.Arm.Requests;

/// <summary>Makes an ask of a body sent to the requests about one kind at one scope, or says which member is wrong.</summary>
internal sealed class RequestAskReader(ScheduleKind kind, Scope scope, RequestBody.PropertiesBody body)
{
    private const string Root = "properties";

    private string? TargetText => kind == ScheduleKind.Assignment ? body.TargetRoleAssignmentScheduleId : body.TargetRoleEligibilityScheduleId;

    private string TargetMember => kind == ScheduleKind.Assignment ? "targetRoleAssignmentScheduleId" : "targetRoleEligibilityScheduleId";

    private Ticket? Ticket => body.TicketInfo is null or { TicketNumber: null, TicketSystem: null }
        ? null
        : new Ticket(body.TicketInfo.TicketNumber, body.TicketInfo.TicketSystem);

    /// <summary>Reads a body.</summary>
    /// <param name="kind">What the requests are about.</param>
    /// <param name="scope">Where.</param>
    /// <param name="sent">The body.</param>
    /// <param name="name">What the program calls the request; null where it shall only be judged.</param>
    public static Reading<RequestAsk> Read(ScheduleKind kind, Scope scope, RequestBody sent, Guid? name) => sent.Properties is { } body
        ? new RequestAskReader(kind, scope, body).Read(name)
        : Missing(Root);

    private Reading<RequestAsk> Read(Guid? name) =>
        SameScope().Then(_ => Action())
            .Then(action => Id(body.PrincipalId, "principalId")
            .Then(principal => Role()
            .Then(role => Target()
            .Then(target => Linked()
            .Then(_ => Ask(action, new PrincipalId(principal), role, target, Wording(name)))))));

    private Reading<RequestAsk> Ask(RequestAction action, PrincipalId principal, RoleDefinitionId role, ScheduleId? target, RequestWording wording) =>
        action switch
        {
            RequestAction.SelfActivate => SpanReader.Read(body.ScheduleInfo).Then<RequestAsk>(span => new RequestAsk.Activate(
                new ActivationAsk(principal, role, scope)
                {
                    Start = span.Start,
                    Expiration = span.Expiration,
                    Justification = body.Justification,
                    Ticket = Ticket,
                    Wording = wording,
                })),
            RequestAction.SelfDeactivate => new RequestAsk.Deactivate(principal, role, scope, body.Justification) { Put = wording },
            RequestAction.AdminRemove => new RequestAsk.Remove(
                new RemovalAsk(kind, principal, role, scope) { Schedule = target, Justification = body.Justification, Wording = wording }),
            _ => SpanReader.Read(body.ScheduleInfo).Then<RequestAsk>(span => Given(
                action,
                new AssignmentAsk(kind, principal, role, scope)
                {
                    Target = target,
                    Start = span.Start,
                    Expiration = span.Expiration,
                    Justification = body.Justification,
                    Ticket = Ticket,
                    Wording = wording,
                })),
        };

    private static RequestAsk Given(RequestAction action, AssignmentAsk ask) => action switch
    {
        RequestAction.AdminAssign => new RequestAsk.Assign(ask),
        RequestAction.SelfExtend or RequestAction.SelfRenew => new RequestAsk.Extend(ask),
        _ => new RequestAsk.Change(action, ask),
    };

    private RequestWording Wording(Guid? name) => new()
    {
        Name = name,
        Start = WireTime.Repeatable(body.ScheduleInfo?.StartDateTime),
        End = WireTime.Repeatable(body.ScheduleInfo?.Expiration?.EndDateTime),
        Duration = body.ScheduleInfo?.Expiration?.Duration,
        Target = TargetText,
        Eligibility = body.LinkedRoleEligibilityScheduleId,
        Condition = body.Condition,
        ConditionVersion = body.ConditionVersion,
    };

    private Reading<Scope> SameScope() => body.Scope is null || ArmAddress.ScopeOf(body.Scope) == scope
        ? scope
        : Wrong("scope", $"'{Root}.scope' is another scope than that of the address.");

    private Reading<RequestAction> Action()
    {
        if (body.RequestType is not { } text)
        {
            return Missing($"{Root}.requestType");
        }

        if (!Enum.GetNames<RequestAction>().Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return Wrong("requestType", $"'{text}' is not a type of request.");
        }

        var action = Enum.Parse<RequestAction>(text, ignoreCase: true);
        return kind == ScheduleKind.Eligibility && action is RequestAction.SelfActivate or RequestAction.SelfDeactivate
            ? Wrong("requestType", $"The type '{text}' belongs to roleAssignmentScheduleRequests: an eligibility is given and taken by administrators.")
            : action;
    }

    private Reading<RoleDefinitionId> Role() => body.RoleDefinitionId is null
        ? Missing($"{Root}.roleDefinitionId")
        : ArmIds.ReadRole(body.RoleDefinitionId) is { } role
            ? role
            : Wrong("roleDefinitionId", $"The value of '{Root}.roleDefinitionId' is not the id of a role definition.");

    private Reading<ScheduleId?> Target() => Schedule(TargetText, TargetMember).Then<ScheduleId?>(id => id is { } known ? new ScheduleId(known) : (ScheduleId?)null);

    private Reading<Guid?> Linked() => Schedule(body.LinkedRoleEligibilityScheduleId, "linkedRoleEligibilityScheduleId");

    // Some programs send the id of the request, or of the instance, which is the same.
    private static Reading<Guid?> Schedule(string? text, string member) => string.IsNullOrEmpty(text)
        ? (Guid?)null
        : Guid.TryParseExact(text[(text.LastIndexOf('/') + 1)..], "D", out var id)
            ? id
            : Wrong(member, $"The value of '{Root}.{member}' is not the id of a schedule.");

    private static Reading<Guid> Id(string? text, string member) => text is null
        ? Missing($"{Root}.{member}")
        : Guid.TryParseExact(text, "D", out var id)
            ? id
            : Wrong(member, $"The value of '{Root}.{member}' is not an id.");

    private static Flaw Missing(string member) => new(FlawKind.Content, $"'{member}' is required.") { Target = member };

    private static Flaw Wrong(string member, string message) => new(FlawKind.Content, message) { Target = $"{Root}.{member}" };
}
