using Regent.Core.Assignments;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Roles;

/// <summary>Finds out who has or had a role.</summary>
public sealed class RoleUse(IScheduleStore schedules, IRequestStore requests)
{
    private static readonly ScheduleKind[] Kinds = [ScheduleKind.Eligibility, ScheduleKind.Assignment];

    /// <summary>How many eligibilities and assignments of the role are in force or to come.</summary>
    public async Task<int> OpenAsync(RoleDefinitionId role, DateTimeOffset now, CancellationToken ct)
    {
        var open = 0;
        foreach (var kind in Kinds)
        {
            open += await schedules.CountAsync(new ScheduleQuery(kind, ScheduleView.Open, now) { Role = role }, ct);
        }

        return open;
    }

    /// <summary>Whether anybody ever asked for the role, was given it, or lost it.</summary>
    public async Task<bool> IsOnRecordAsync(RoleDefinitionId role, DateTimeOffset now, CancellationToken ct)
    {
        if (await requests.CountAsync(new RequestQuery { Role = role }, ct) > 0)
        {
            return true;
        }

        foreach (var kind in Kinds)
        {
            if (await schedules.CountAsync(new ScheduleQuery(kind, ScheduleView.Over, now) { Role = role }, ct) > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the role is held or can be activated, now or later; each scope once.</summary>
    public async Task<IReadOnlySet<Scope>> ScopesAsync(RoleDefinitionId role, DateTimeOffset now, CancellationToken ct)
    {
        var scopes = new HashSet<Scope>();
        foreach (var kind in Kinds)
        {
            var page = new PageAsk(PageAsk.Largest);
            do
            {
                var found = await schedules.ListAsync(new ScheduleQuery(kind, ScheduleView.Open, now) { Role = role }, page, ct);
                scopes.UnionWith(found.Items.Select(listing => listing.Schedule.Scope));
                page = found.Next is { } next ? new PageAsk(PageAsk.Largest, next) : null;
            }
            while (page is not null);
        }

        return scopes;
    }
}
