using Regent.Api.OData;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Requests;

namespace Regent.Api.Graph.Schedules;

/// <summary>Makes an ask of a body, or says which member is wrong.</summary>
internal static class RequestAskReader
{
    /// <summary>Reads a body sent to the requests of this family.</summary>
    public static Reading<RequestAsk> Read(ScheduleRequestBody body, ScheduleFamily family) =>
        Action(body.Action, family.Kind)
            .Then(action => BodyMembers.Id(body.PrincipalId, "principalId")
            .Then(principal => family.Held(body)
            .Then(held => Ask(body, family, action, new PrincipalId(principal), held.Role, held.Scope))))
            .Then<RequestAsk>(ask => ask with { IsValidationOnly = body.IsValidationOnly == true });

    private static Reading<RequestAsk> Ask(
        ScheduleRequestBody body, ScheduleFamily family, RequestAction action, PrincipalId principal, RoleDefinitionId role, Scope scope) =>
        action switch
        {
            RequestAction.SelfActivate => SpanReader.Read(body.ScheduleInfo).Then<RequestAsk>(span => new RequestAsk.Activate(
                new ActivationAsk(principal, role, scope)
                {
                    Start = span.Start,
                    Expiration = span.Expiration,
                    Justification = body.Justification,
                    Ticket = TicketOf(body),
                    Wording = WordingOf(body),
                })),
            RequestAction.AdminAssign =>
                Assignment(body, family, principal, role, scope).Then<RequestAsk>(ask => new RequestAsk.Assign(ask)),
            RequestAction.AdminUpdate or RequestAction.AdminExtend or RequestAction.AdminRenew =>
                Assignment(body, family, principal, role, scope).Then<RequestAsk>(ask => new RequestAsk.Change(action, ask)),
            RequestAction.SelfExtend or RequestAction.SelfRenew =>
                Assignment(body, family, principal, role, scope).Then<RequestAsk>(ask => new RequestAsk.Extend(ask)),
            RequestAction.SelfDeactivate => new RequestAsk.Deactivate(principal, role, scope, body.Justification) { Put = CustomDataOf(body) },
            RequestAction.AdminRemove => Target(body, family, principal, role, scope).Then<RequestAsk>(target => new RequestAsk.Remove(
                new RemovalAsk(family.Kind, principal, role, scope)
                {
                    Schedule = target,
                    Justification = body.Justification,
                    Wording = CustomDataOf(body),
                })),
        };

    private static Reading<AssignmentAsk> Assignment(
        ScheduleRequestBody body, ScheduleFamily family, PrincipalId principal, RoleDefinitionId role, Scope scope) =>
        Target(body, family, principal, role, scope).Then(target => SpanReader.Read(body.ScheduleInfo).Then<AssignmentAsk>(
            span => new AssignmentAsk(family.Kind, principal, role, scope)
            {
                Target = target,
                Start = span.Start,
                Expiration = span.Expiration,
                Justification = body.Justification,
                Ticket = TicketOf(body),
                Wording = WordingOf(body),
            }));

    private static Reading<RequestAction> Action(string? text, ScheduleKind kind)
    {
        if (text is null)
        {
            return BodyMembers.Missing("action");
        }

        if (!Enum.GetNames<RequestAction>().Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return BodyMembers.Wrong("action", $"'{text}' is not an action.");
        }

        var action = Enum.Parse<RequestAction>(text, ignoreCase: true);
        return kind == ScheduleKind.Eligibility && action is RequestAction.SelfActivate or RequestAction.SelfDeactivate
            ? BodyMembers.Wrong("action", $"The action '{text}' belongs to the requests about assignments: an eligibility is given and taken by administrators.")
            : action;
    }

    private static Reading<ScheduleId?> Target(
        ScheduleRequestBody body, ScheduleFamily family, PrincipalId principal, RoleDefinitionId role, Scope scope)
    {
        if (string.IsNullOrEmpty(body.TargetScheduleId))
        {
            return (ScheduleId?)null;
        }

        if (family.ReadId(body.TargetScheduleId) is { } id)
        {
            return new ScheduleId(id);
        }

        // What no request made is named by who holds what where, which the body says as well.
        return family.Instances.Find(body.TargetScheduleId) is { } named
            && named.Principals?.Contains(principal) == true && named.Role == role && named.Scope == scope
                ? (ScheduleId?)null
                : BodyMembers.Wrong("targetScheduleId", "The value of 'targetScheduleId' is not the id of a schedule of this principal, role and scope.");
    }

    private static Ticket? TicketOf(ScheduleRequestBody body) => body.TicketInfo is { TicketNumber: null, TicketSystem: null } or null
        ? null
        : new Ticket(body.TicketInfo.TicketNumber, body.TicketInfo.TicketSystem);

    private static RequestWording WordingOf(ScheduleRequestBody body) => new()
    {
        Start = WireTime.Repeatable(body.ScheduleInfo?.StartDateTime),
        End = WireTime.Repeatable(body.ScheduleInfo?.Expiration?.EndDateTime),
        Duration = body.ScheduleInfo?.Expiration?.Duration,
        CustomData = body.CustomData,
    };

    // What a removal says about times is passed over.
    private static RequestWording? CustomDataOf(ScheduleRequestBody body) =>
        body.CustomData is null ? null : new RequestWording { CustomData = body.CustomData };
}
