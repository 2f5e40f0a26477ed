using Regent.Core.Assignments;
using Regent.Operations.Ports;

namespace Regent.Operations.Access;

/// <summary>Finds out who would be left in a protected role (specification, section 3.10).</summary>
public sealed class RemainingHolders(IDirectory directory, IScheduleStore schedules)
{
    /// <summary>What somebody enabled has of the same role at the same scope, eligible or active.</summary>
    public async Task<IReadOnlyList<Schedule>> EligibleOrActiveAsync(Schedule ending, DateTimeOffset now, CancellationToken ct) =>
        await WithSomebodyAsync(await schedules.InForceAtAsync([ending.Role], [ending.Scope], now, ct), now, ct);

    /// <summary>The assignments of the same role that somebody enabled has; empty where nobody needs to be left.</summary>
    public async Task<IReadOnlyList<Schedule>> OfAsync(Schedule leaving, DateTimeOffset now, CancellationToken ct)
    {
        if (!LastAdministrator.IsProtected(leaving.Role, leaving.Scope))
        {
            return [];
        }

        return await WithSomebodyAsync(await schedules.HoldersAsync([leaving.Role], now, ct), now, ct);
    }

    private async Task<IReadOnlyList<Schedule>> WithSomebodyAsync(IEnumerable<Schedule> held, DateTimeOffset now, CancellationToken ct)
    {
        var remaining = new List<Schedule>();
        foreach (var holder in held)
        {
            if ((await directory.EnabledUsersInAsync([holder.Principal], now, ct)).Count > 0)
            {
                remaining.Add(holder);
            }
        }

        return remaining;
    }
}
