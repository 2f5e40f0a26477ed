using Regent.Core;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Requests;

/// <summary>An administrator makes somebody eligible for a role, or gives it actively (specification, section 3.6).</summary>
public sealed class AssignRole(
    IUnitOfWork unit, IDirectory directory, IRoleStore roles, IScheduleStore schedules, IPolicyStore policies, Authorities authorities,
    RequestRecorder recorder, ActivationOptions options, TimeProvider clock)
{
    public Task<Outcome<ScheduleRequest>> ExecuteAsync(Caller caller, AssignmentAsk ask, CancellationToken ct) =>
        unit.RunAsync(token => AssignAsync(caller, ask, token), ct);

    private async Task<Outcome<ScheduleRequest>> AssignAsync(Caller caller, AssignmentAsk ask, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!(await authorities.OfAsync(caller.Id, now, ct)).MayManage)
        {
            return Refusals.MayNotManage;
        }

        if (await roles.FindAsync(ask.Role, ct) is null)
        {
            return Refusals.UnknownRole;
        }

        if (ask.Scope != Scope.Tenant)
        {
            return Refusals.UnknownScope;
        }

        var present = await schedules.OpenOfAsync([ask.Principal], ask.Kind, ask.Role, now, ct);
        var facts = new AssignmentFacts(
            now, await policies.GetAsync(ask.Role, ask.Scope, ct), await directory.FindAsync(ask.Principal, ct),
            [.. present.Where(schedule => schedule.Scope == ask.Scope)], options.IsFresh(caller, now));
        return await AdministratorAssignment.Assign(RequestId.At(now), caller.Id, ask, facts).ThenAsync(async change =>
        {
            await recorder.AddAsync(change, change.Request.Id, now, ct);
            return change.Request;
        });
    }
}
