using Regent.Core.Assignments;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Roles;

/// <summary>Finds out what somebody sees of the scope tree: all of it readers, and everybody else what lies at or below what they have.</summary>
public sealed class VisibleScopes(IScheduleStore schedules, Authorities authorities)
{
    public async Task<ScopeSight> OfAsync(Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        var standing = await authorities.StandingOfAsync(caller, now, ct);
        if (standing.Authority.MayRead)
        {
            return new ScopeSight(standing.Authority, Reach.Everywhere);
        }

        var held = standing.Authority.Held.Select(held => held.Scope);
        var eligible = await schedules.OpenOfAsync([standing.Id, .. standing.Groups], ScheduleKind.Eligibility, role: null, now, ct);
        return new ScopeSight(
            standing.Authority,
            new Reach(held.Concat(eligible.Where(one => one.IsInForceAt(now)).Select(one => one.Scope)).ToHashSet()));
    }
}
