using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Requests;
using Regent.Operations.Ports;

namespace Regent.Operations.Requests;

/// <summary>Lets a name that an asker chose be used once: who sends the same again gets the same answer, and nothing else comes of it.</summary>
public sealed class NamedRequests(IUnitOfWork unit, IRequestStore requests, IScheduleStore schedules)
{
    private static readonly Refusal Taken = new(
        RefusalCode.RoleAssignmentRequestExists, "There is another request with this name already. Choose a new id for a new request.");

    /// <param name="caller">Who asks.</param>
    /// <param name="ask">What they ask.</param>
    /// <param name="carryOut">Carries it out.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Outcome<ScheduleRequest>> OnceAsync(
        Caller caller, RequestAsk ask, Func<CancellationToken, Task<Outcome<ScheduleRequest>>> carryOut, CancellationToken ct) =>
        ask.Wording?.Name is { } name
            ? unit.RunAsync(async token => await FindAsync(caller, ask, name, token) ?? await carryOut(token), ct)
            : carryOut(ct);

    // What a request makes has its id, so that must be free as well.
    private async Task<Outcome<ScheduleRequest>?> FindAsync(Caller caller, RequestAsk ask, Guid name, CancellationToken ct)
    {
        if (await requests.FindAsync(new RequestId(name), ct) is { } earlier)
        {
            return ask.IsAgain(caller, earlier) ? earlier : Taken;
        }

        if (await schedules.FindAsync(new ScheduleId(name), ct) is not null)
        {
            return Taken;
        }

        return null;
    }
}
