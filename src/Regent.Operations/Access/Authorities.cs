using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Access;

/// <summary>Finds out what somebody may do in Regent itself at this moment.</summary>
public sealed class Authorities(IDirectory directory, IScheduleStore schedules)
{
    /// <summary>The authority of a caller: what they hold, and what a program that acts for itself was granted; none for one that is unknown or disabled.</summary>
    public async Task<Authority> OfAsync(Caller caller, DateTimeOffset now, CancellationToken ct) =>
        (await StandingOfAsync(caller, now, ct)).Authority;

    /// <summary>The authority of a caller with the groups they belong to.</summary>
    public async Task<Standing> StandingOfAsync(Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        var standing = await StandingOfAsync(caller.Id, now, ct);
        return standing == Standing.None ? standing : standing with { Authority = standing.Authority with { Powers = caller.Powers } };
    }

    private async Task<Standing> StandingOfAsync(PrincipalId id, DateTimeOffset now, CancellationToken ct)
    {
        if (await directory.FindAsync(id, ct) is not { IsEnabled: true })
        {
            return Standing.None;
        }

        var groups = (await directory.GroupsOfAsync(id, now, ct)).Keys.ToHashSet();
        var held = await schedules.OpenOfAsync([id, .. groups], ScheduleKind.Assignment, role: null, now, ct);
        var roles = held.Where(schedule => schedule.IsInForceAt(now)).Select(schedule => new HeldRole(schedule.Role, schedule.Scope));
        return new Standing(id, groups, new Authority([.. roles]));
    }
}
