using Regent.Core.Targets;

namespace Regent.Portal.Parts;

/// <summary>How far an assignment has got in one target, in words.</summary>
/// <param name="Target">The target.</param>
/// <param name="Of">How that is to be taken.</param>
/// <param name="Words">Where it stands: "Seen in LDAP".</param>
/// <param name="At">When that was; null where it is still to come, or the age says more.</param>
public sealed record LandedLine(TargetId Target, Meaning Of, string Words, DateTimeOffset? At)
{
    /// <summary>Since when it fails; null when it does not.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>The target's own words about why.</summary>
    public string? Said { get; init; }

    /// <summary>What it is about, thing by thing, for who wants to know.</summary>
    public string Details { get; init; } = "";
}
