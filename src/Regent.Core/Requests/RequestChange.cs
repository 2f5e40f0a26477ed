using Regent.Core.Assignments;
using Regent.Core.Policies;

namespace Regent.Core.Requests;

/// <summary>Everything one step of a request brings about; it is written whole or not at all.</summary>
/// <param name="Request">The request in its new state.</param>
/// <param name="Events">What happened, in order.</param>
public sealed record RequestChange(ScheduleRequest Request, IReadOnlyList<RequestEvent> Events)
{
    /// <summary>The schedule it adds.</summary>
    public Schedule? Added { get; init; }

    /// <summary>The schedule it plans anew, in its new state.</summary>
    public Schedule? Changed { get; init; }

    /// <summary>The schedule it ends, in its new state.</summary>
    public Schedule? Ended { get; init; }

    /// <summary>The same, with what the program that asked reads again as it spelt it.</summary>
    public RequestChange As(RequestWording? wording) => this with { Request = Request with { Wording = wording?.Keep() } };
}
