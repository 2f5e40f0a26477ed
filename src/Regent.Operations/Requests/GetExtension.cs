using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Requests;
using Regent.Operations.Ports;

namespace Regent.Operations.Requests;

/// <summary>Shows somebody what of theirs they could ask to extend or renew (specification, section 3.7).</summary>
public sealed class GetExtension(
    IRequestStore requests, IPolicyStore policies, ActivationOptions options, TimeProvider clock)
{
    /// <param name="caller">Who asks.</param>
    /// <param name="id">A schedule that an administrator gave to the caller for a time, or an activation of the caller's that runs.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<ExtensionOffer>> ExecuteAsync(Caller caller, ScheduleId id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await requests.FindMakerAsync(id, ct) is not { } maker || maker.Principal != caller.Id
            || await requests.FindListingAsync(maker.Id, ct) is not { Schedule: { } schedule } found || schedule.Id != id)
        {
            return new Refusal(RefusalCode.RoleAssignmentDoesNotExist, "There is nothing of yours to extend here.");
        }

        if (!options.Windows.Allow(schedule, now))
        {
            return new Refusal(RefusalCode.InvalidRoleAssignmentRequestSchedule, WhyNot(schedule, now));
        }

        return new ExtensionOffer(
            new ScheduleListing(schedule, found.Principal, found.Role) { ScopeName = found.ScopeName },
            schedule.IsOpenAt(now) ? RequestAction.SelfExtend : RequestAction.SelfRenew, await policies.GetAsync(schedule.Role, schedule.Scope, ct));
    }

    private string WhyNot(Schedule schedule, DateTimeOffset now) => schedule switch
    {
        { Period.IsPermanent: true } => "This has no end, so there is nothing to extend.",
        { Type: AssignmentType.Activated } => "This activation is not running any more. Activate the role again.",
        { EndedAt: not null } => "This was taken away. Ask an administrator to give it to you again.",
        _ when schedule.IsOpenAt(now) => $"An extension can be asked for in the last {options.ExtendBeforeEnd.TotalDays:0} days.",
        _ => $"This ended more than {options.RenewAfterEnd.TotalDays:0} days ago. Ask an administrator to give it to you again.",
    };
}
