using Regent.Core;
using Regent.Operations.Ports;

namespace Regent.Operations.Assignments;

/// <summary>One schedule, for its holder and for those who may see what is held there.</summary>
public sealed class GetSchedule(ListSchedules list)
{
    /// <param name="caller">Who asks.</param>
    /// <param name="query">Which one.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<SeenSchedule>> ExecuteAsync(Caller caller, ScheduleQuery query, CancellationToken ct)
    {
        var seen = await list.ExecuteAsync(caller, ScheduleList.All, query, new PageAsk(size: 1), ct);
        var own = seen is Outcome<Page<SeenSchedule>>.Refused ? await list.ExecuteAsync(caller, ScheduleList.Mine, query, new PageAsk(size: 1), ct) : seen;
        return own is Outcome<Page<SeenSchedule>>.Done { Value.Items: [var found] }
            ? found
            : await seen.ThenAsync(_ => Task.FromResult<Outcome<SeenSchedule>>(Refusals.UnknownAssignment));
    }
}
