using System.ComponentModel.DataAnnotations;

namespace Regent.Operations;

/// <summary>What is demanded of sessions, whatever the role.</summary>
public sealed class ActivationOptions
{
    /// <summary>How long a second factor counts as fresh; 1 minute to 24 hours, 1 hour unless set.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan MfaFreshFor { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Whether this caller has given a second factor lately.</summary>
    public bool IsFresh(Caller caller, DateTimeOffset now) => caller.MfaAt is { } given && given <= now && now - given <= MfaFreshFor;
}
