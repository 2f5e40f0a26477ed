using Regent.Core.Policies;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Requests;

/// <summary>Gathers what the judgement of something an administrator gives or changes rests on.</summary>
public sealed class AssignmentFactsReader(
    IDirectory directory, IScheduleStore schedules, IPolicyStore policies, RemainingHolders holders, ActivationOptions options)
{
    /// <summary>The facts about an ask at a scope that is spelt as it is kept.</summary>
    /// <param name="caller">The administrator.</param>
    /// <param name="ask">The ask; its target counts only where it is of this principal, role and scope.</param>
    /// <param name="now">The moment of the judgement.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<AssignmentFacts> ReadAsync(Caller caller, AssignmentAsk ask, DateTimeOffset now, CancellationToken ct)
    {
        var present = await schedules.OpenOfAsync([ask.Principal], ask.Kind, ask.Role, now, ct);
        var target = ask.Target is { } id ? await schedules.FindAsync(id, ct) : null;
        var own = target is not null && (target.Principal, target.Role) == (ask.Principal, ask.Role) && target.Scope == ask.Scope;
        return new AssignmentFacts(
            now, await policies.GetAsync(ask.Role, ask.Scope, ct), await directory.FindAsync(ask.Principal, ct),
            [.. present.Where(schedule => schedule.Scope == ask.Scope)], options.IsFresh(caller, now))
        {
            Target = own ? target : null,
            Remaining = own ? await holders.OfAsync(target!, now, ct) : [],
        };
    }
}
