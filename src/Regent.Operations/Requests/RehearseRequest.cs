using Regent.Core;
using Regent.Core.Requests;
using Regent.Operations.Ports;

namespace Regent.Operations.Requests;

/// <summary>
/// Carries out a request as it would be, and takes all of it back: nothing is stored, recorded, or mailed (specification, section 3.9).
/// </summary>
public sealed class RehearseRequest(IUnitOfWork unit)
{
    /// <param name="act">The operation on requests to rehearse.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>What would have come of it.</returns>
    public async Task<Outcome<ScheduleRequest>> ExecuteAsync(
        Func<CancellationToken, Task<Outcome<ScheduleRequest>>> act, CancellationToken ct)
    {
        try
        {
            return await unit.RunAsync<Outcome<ScheduleRequest>>(async token => throw new TakenBackException(await act(token)), ct);
        }
        catch (TakenBackException rehearsed)
        {
            return rehearsed.Outcome;
        }
    }

    // A unit of work is undone by what it throws.
    private sealed class TakenBackException(Outcome<ScheduleRequest> outcome) : Exception
    {
        public Outcome<ScheduleRequest> Outcome { get; } = outcome;
    }
}
