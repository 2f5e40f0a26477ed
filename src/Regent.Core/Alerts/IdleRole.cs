using Regent.Core.Assignments;

namespace Regent.Core.Alerts;

/// <summary>Something somebody has, with when they last used it, or the account it belongs to.</summary>
public sealed record IdleRole(Schedule Schedule, DateTimeOffset? LastUsed)
{
    /// <summary>The last moment it counts as used: when it was, or when it was given.</summary>
    public DateTimeOffset UsedUntil => LastUsed > Schedule.Period.Start ? LastUsed.Value : Schedule.Period.Start;

    /// <summary>As what an alert about it says, that lets it go unused for so long.</summary>
    public AlertIncident Incident(TimeSpan allowed) => new AlertIncident.OfAssignment(Schedule, LastUsed, UsedUntil + allowed);
}
