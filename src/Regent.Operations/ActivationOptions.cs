using System.ComponentModel.DataAnnotations;
using Regent.Core.Policies;

namespace Regent.Operations;

/// <summary>What is demanded of sessions, whatever the role.</summary>
public sealed class ActivationOptions
{
    /// <summary>How long a second factor counts as fresh; 1 minute to 24 hours, 1 hour unless set.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan MfaFreshFor { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long before its end people may ask to keep what they were given; 1 to 90 days, 14 unless set.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "90.00:00:00")]
    public TimeSpan ExtendBeforeEnd { get; set; } = ExtensionWindows.Default.BeforeEnd;

    /// <summary>How long after its end people may ask to have it again; 1 to 365 days, 30 unless set.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "365.00:00:00")]
    public TimeSpan RenewAfterEnd { get; set; } = ExtensionWindows.Default.AfterEnd;

    /// <summary>When an extension or a renewal may be asked for.</summary>
    public ExtensionWindows Windows => new(ExtendBeforeEnd, RenewAfterEnd);

    /// <summary>What authentication contexts take, by their names; a context nobody describes here takes a fresh second factor.</summary>
    public Dictionary<string, AuthenticationContext> Contexts { get; set; } = [];

    /// <summary>Whether this caller has given a second factor lately.</summary>
    public bool IsFresh(Caller caller, DateTimeOffset now) => IsWithin(caller, MfaFreshFor, now);

    /// <summary>How well the caller's session proves who is there.</summary>
    public SessionProof ProofOf(Caller caller, DateTimeOffset now) => new(
        IsFresh(caller, now),
        [
            .. from context in Contexts
               where IsWithin(caller, context.Value.FreshFor, now)
                   && (context.Value.Method is not { } method || caller.Methods.Contains(method))
               select context.Key,
        ]);

    /// <summary>Whether such a session meets the authentication context that settings demand; null where nobody has said what it takes, or none is demanded.</summary>
    public bool? MeetsContext(ActivationSettings settings, SessionProof proof) =>
        settings.AuthenticationContext is { } context && Contexts.ContainsKey(context) ? proof.Contexts.Contains(context) : null;

    private static bool IsWithin(Caller caller, TimeSpan span, DateTimeOffset now) =>
        caller.MfaAt is { } given && given <= now && now - given <= span;
}
