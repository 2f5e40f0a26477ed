using Regent.Core.Assignments;
using Regent.Core.Principals;

namespace Regent.Operations.Ports;

/// <summary>Which groups are wanted; they come by display name.</summary>
public sealed record GroupQuery
{
    public PrincipalId? Id { get; init; }

    /// <summary>Only at these places; null is all.</summary>
    public Reach? Within { get; init; }

    /// <summary>Only those in which a role was ever given, or whose settings were ever changed; or only all others. Null is both.</summary>
    public bool? IsUnderPim { get; init; }

    /// <summary>Only where the name or mail contains this; null or empty is all.</summary>
    public string? Search { get; init; }
}
