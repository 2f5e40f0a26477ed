using System.Text.Json;
using Regent.Api.OData;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Requests;

namespace Regent.Api.Graph.Roles;

/// <summary>Makes an ask of a body, or says which member is wrong.</summary>
internal static class RequestAskReader
{
    /// <summary>Reads a body sent to the requests about this kind.</summary>
    public static Reading<RequestAsk> Read(ScheduleRequestBody body, ScheduleKind kind) =>
        Action(body.Action, kind)
            .Then(action => Id(body.PrincipalId, "principalId")
            .Then(principal => Id(body.RoleDefinitionId, "roleDefinitionId")
            .Then(role => ScopeOf(body)
            .Then(scope => Ask(body, kind, action, new PrincipalId(principal), new RoleDefinitionId(role), scope)))))
            .Then<RequestAsk>(ask => ask with { IsValidationOnly = body.IsValidationOnly == true });

    private static Reading<RequestAsk> Ask(
        ScheduleRequestBody body, ScheduleKind kind, RequestAction action, PrincipalId principal, RoleDefinitionId role, Scope scope) =>
        action switch
        {
            RequestAction.SelfActivate => Span(body.ScheduleInfo).Then<RequestAsk>(span => new RequestAsk.Activate(
                new ActivationAsk(principal, role, scope)
                {
                    Start = span.Start,
                    Expiration = span.Expiration,
                    Justification = body.Justification,
                    Ticket = TicketOf(body),
                })),
            RequestAction.AdminAssign => Assignment(body, kind, principal, role, scope).Then<RequestAsk>(ask => new RequestAsk.Assign(ask)),
            RequestAction.AdminUpdate or RequestAction.AdminExtend or RequestAction.AdminRenew =>
                Assignment(body, kind, principal, role, scope).Then<RequestAsk>(ask => new RequestAsk.Change(action, ask)),
            RequestAction.SelfExtend or RequestAction.SelfRenew =>
                Assignment(body, kind, principal, role, scope).Then<RequestAsk>(ask => new RequestAsk.Extend(ask)),
            RequestAction.SelfDeactivate => new RequestAsk.Deactivate(principal, role, scope, body.Justification),
            RequestAction.AdminRemove => Target(body).Then<RequestAsk>(target => new RequestAsk.Remove(
                new RemovalAsk(kind, principal, role, scope) { Schedule = target, Justification = body.Justification })),
        };

    private static Reading<AssignmentAsk> Assignment(
        ScheduleRequestBody body, ScheduleKind kind, PrincipalId principal, RoleDefinitionId role, Scope scope) =>
        Target(body).Then(target => Span(body.ScheduleInfo).Then<AssignmentAsk>(span => new AssignmentAsk(kind, principal, role, scope)
        {
            Target = target,
            Start = span.Start,
            Expiration = span.Expiration,
            Justification = body.Justification,
            Ticket = TicketOf(body),
        }));

    private static Reading<RequestAction> Action(string? text, ScheduleKind kind)
    {
        if (text is null)
        {
            return Missing("action");
        }

        if (!Enum.GetNames<RequestAction>().Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return Wrong("action", $"'{text}' is not an action.");
        }

        var action = Enum.Parse<RequestAction>(text, ignoreCase: true);
        return kind == ScheduleKind.Eligibility && action is RequestAction.SelfActivate or RequestAction.SelfDeactivate
            ? Wrong("action", $"The action '{text}' belongs to roleAssignmentScheduleRequests: an eligibility is given and taken by administrators.")
            : action;
    }

    private static Reading<Guid> Id(string? text, string member)
    {
        if (text is null)
        {
            return Missing(member);
        }

        return Guid.TryParseExact(text, "D", out var id) ? id : Wrong(member, $"The value of '{member}' is not an id.");
    }

    private static Reading<Scope> ScopeOf(ScheduleRequestBody body)
    {
        if (body.AppScopeId is not null)
        {
            return Wrong("appScopeId", "Scopes of applications are not supported by this server. Use 'directoryScopeId'.");
        }

        if (body.DirectoryScopeId is null)
        {
            return Missing("directoryScopeId");
        }

        return Scope.TryParse(body.DirectoryScopeId, out var scope)
            ? scope
            : new Flaw(FlawKind.Scope, "'directoryScopeId' is neither '/' nor '/administrativeUnits/{id}'.") { Target = "directoryScopeId" };
    }

    private static Reading<ScheduleId?> Target(ScheduleRequestBody body) => body.TargetScheduleId is null
        ? (ScheduleId?)null
        : Id(body.TargetScheduleId, "targetScheduleId").Then<ScheduleId?>(id => new ScheduleId(id));

    private static Ticket? TicketOf(ScheduleRequestBody body) => body.TicketInfo is { TicketNumber: null, TicketSystem: null } or null
        ? null
        : new Ticket(body.TicketInfo.TicketNumber, body.TicketInfo.TicketSystem);

    private static Reading<(DateTimeOffset? Start, Expiration? Expiration)> Span(ScheduleRequestBody.ScheduleInfoBody? info)
    {
        if (info is null)
        {
            return Missing("scheduleInfo");
        }

        if (info.Recurrence is { ValueKind: not JsonValueKind.Null and not JsonValueKind.Undefined })
        {
            return Wrong("scheduleInfo.recurrence", "Nothing recurs here. Leave 'scheduleInfo.recurrence' out.");
        }

        return WireTime.Read(info.StartDateTime, "scheduleInfo.startDateTime")
            .Then(start => ExpirationReader.Read(info.Expiration)
            .Then<(DateTimeOffset?, Expiration?)>(expiration => (start, expiration)));
    }

    private static Flaw Missing(string member) => Wrong(member, $"'{member}' is required.");

    private static Flaw Wrong(string member, string message) => new(FlawKind.Content, message) { Target = member };
}
