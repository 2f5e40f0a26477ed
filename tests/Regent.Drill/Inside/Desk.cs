using System.Diagnostics;
using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Drill.Orders;
using Regent.Operations;
using Regent.Operations.Ports;
using Regent.Operations.Requests;

namespace Regent.Drill.Inside;

/// <summary>Puts orders to the operations that every door of Regent uses.</summary>
internal sealed class Desk(
    ActivateRole activate, ExtendRole extend, DeactivateRole deactivate, RemoveAssignment remove, AssignRole assign, ChangeAssignment change,
    IScheduleStore schedules)
{
    private PrincipalId? administrator;

    public async Task<Reply> ServeAsync(Order order)
    {
        try
        {
            return await PutAsync(order, CancellationToken.None) switch
            {
                Outcome<ScheduleRequest>.Done(var request) => new Reply(
                    order.Number, IsDone: true, Why: null, request.CompletedAt ?? request.CreatedAt, request.Schedule?.Value),
                Outcome<ScheduleRequest>.Refused(var reasons) => Reply.Refused(order.Number, string.Join(' ', reasons.Select(one => one.Message))),
                _ => throw new UnreachableException(),
            };
        }
        catch (Exception error) when (error is not UnreachableException)
        {
            return Reply.Refused(order.Number, $"It broke: {error}");
        }
    }

    private async Task<Outcome<ScheduleRequest>> PutAsync(Order order, CancellationToken ct)
    {
        var person = new PrincipalId(order.Person);
        var role = new RoleDefinitionId(order.Role);
        var own = new Caller(person, MfaAt: null);
        var lasts = new Expiration.AfterDuration(TimeSpan.FromMinutes(order.Minutes));
        return order.Act switch
        {
            Act.Activate => await activate.ExecuteAsync(
                own, new ActivationAsk(person, role, Scope.Tenant) { Expiration = lasts, Justification = order.Justification }, ct),
            Act.Extend => await extend.ExecuteAsync(
                own,
                new AssignmentAsk(ScheduleKind.Assignment, person, role, Scope.Tenant) { Expiration = lasts, Justification = order.Justification },
                ct),
            Act.Deactivate => await deactivate.ExecuteAsync(own, role, Scope.Tenant, order.Justification, ct),
            Act.Remove => await RemoveAsync(ScheduleKind.Assignment, person, role, order, ct),
            Act.LoseEligibility => await RemoveAsync(ScheduleKind.Eligibility, person, role, order, ct),
            Act.BecomeEligible => await assign.ExecuteAsync(
                await AdministratorAsync(ct), Assignment(ScheduleKind.Eligibility, person, role, order, lasts), ct),
            Act.Give => await assign.ExecuteAsync(
                await AdministratorAsync(ct),
                Assignment(ScheduleKind.Assignment, person, role, order, new Expiration.AfterDateTime(order.End)), ct),
            Act.Change => await change.ExecuteAsync(
                await AdministratorAsync(ct), RequestAction.AdminUpdate,
                Assignment(ScheduleKind.Assignment, person, role, order, new Expiration.AfterDateTime(order.End)), ct),
            _ => throw new UnreachableException(),
        };
    }

    private static AssignmentAsk Assignment(ScheduleKind kind, PrincipalId person, RoleDefinitionId role, Order order, Expiration end) =>
        new(kind, person, role, Scope.Tenant) { Expiration = end, Justification = order.Justification };

    private async Task<Outcome<ScheduleRequest>> RemoveAsync(
        ScheduleKind kind, PrincipalId person, RoleDefinitionId role, Order order, CancellationToken ct) => await remove.ExecuteAsync(
            await AdministratorAsync(ct), new RemovalAsk(kind, person, role, Scope.Tenant) { Justification = order.Justification }, ct);

    private async Task<Caller> AdministratorAsync(CancellationToken ct)
    {
        administrator ??= (await schedules.ListAsync(
            new ScheduleQuery(ScheduleKind.Assignment, ScheduleView.Open, default) { Role = DirectoryRoles.GlobalAdministrator },
            new PageAsk(1), ct)).Items[0].Schedule.Principal;
        return new Caller(administrator.Value, MfaAt: null);
    }
}
