using Regent.Operations.Ports;

namespace Regent.Operations.Assignments;

/// <summary>A schedule as somebody sees it in a list.</summary>
/// <param name="Listing">The schedule and its names.</param>
/// <param name="IsThroughGroup">Whether whoever the list is about has it through a group.</param>
/// <param name="IsMadeByRequest">Whether a request made it, which has its id.</param>
public sealed record SeenSchedule(ScheduleListing Listing, bool IsThroughGroup, bool IsMadeByRequest)
{
    /// <summary>Whether it is still to come.</summary>
    public bool IsPlanned { get; init; }

    /// <summary>Whether a system outside still owes what it gives.</summary>
    public bool IsAwaited { get; init; }
}
