using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Operations.Ports;

namespace Regent.Operations.Assignments;

/// <summary>One row of My roles.</summary>
/// <param name="Listing">The schedule and its names.</param>
/// <param name="Via">The group it is held through; null when direct.</param>
public sealed record MyRole(ScheduleListing Listing, Principal? Via)
{
    /// <summary>On an eligibility: the running or planned assignment of the same role; null when there is none.</summary>
    public Schedule? Held { get; init; }

    /// <summary>On an eligibility: the request that waits; null when none does.</summary>
    public RequestId? Pending { get; init; }

    /// <summary>On an eligibility: what activating demands.</summary>
    public ActivationSettings? Demands { get; init; }

    /// <summary>Whether the caller may ask to have it longer, or again where it is over.</summary>
    public bool CanExtend { get; init; }

    /// <summary>On an own activation: from when on it can be ended.</summary>
    public DateTimeOffset? EndableFrom { get; init; }
}
