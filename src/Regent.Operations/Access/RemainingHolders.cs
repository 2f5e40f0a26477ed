using Regent.Core.Assignments;
using Regent.Operations.Ports;

namespace Regent.Operations.Access;

/// <summary>Finds out who would be left in a protected role (specification, section 3.10).</summary>
public sealed class RemainingHolders(IDirectory directory, IScheduleStore schedules)
{
    /// <summary>The assignments of the same role that somebody enabled has; empty where nobody needs to be left.</summary>
    public async Task<IReadOnlyList<Schedule>> OfAsync(Schedule leaving, DateTimeOffset now, CancellationToken ct)
    {
        if (!LastAdministrator.IsProtected(leaving.Role, leaving.Scope))
        {
            return [];
        }

        var remaining = new List<Schedule>();
        foreach (var holder in await schedules.HoldersAsync([leaving.Role], now, ct))
        {
            if ((await directory.EnabledUsersInAsync([holder.Principal], now, ct)).Count > 0)
            {
                remaining.Add(holder);
            }
        }

        return remaining;
    }
}
