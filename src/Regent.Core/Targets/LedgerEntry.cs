namespace Regent.Core.Targets;

/// <summary>One line of a target's ledger: what one account has or had of one entitlement by everything that covers it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Target">The target.</param>
/// <param name="Holding">The account and the entitlement; a target has one line for each.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Since">Since when it stands there.</param>
public sealed record LedgerEntry(LedgerEntryId Id, TargetId Target, Holding Holding, LedgerState State, DateTimeOffset Since)
{
    /// <summary>The end by which it was given last; null when it was given without end, or not at all.</summary>
    public DateTimeOffset? GivenUntil { get; init; }

    /// <summary>How often in a row it could not be made so.</summary>
    public int Attempts { get; init; }

    /// <summary>Since when it could not be made so; null when it could.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>Why not, in the target's own words.</summary>
    public string? LastError { get; init; }

    /// <summary>Nothing is tried before this moment, after a failure.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>When it is to be looked at next without anybody asking; null is never.</summary>
    public DateTimeOffset? LookAt { get; init; }

    /// <summary>The end that people were warned of last.</summary>
    public DateTimeOffset? WarnedOf { get; init; }

    /// <summary>The end before which new sessions were closed last.</summary>
    public DateTimeOffset? ClosedFor { get; init; }

    public bool IsFailing => FailingSince is not null;

    /// <summary>Whether it may be in the target by what Regent did.</summary>
    public bool MayBeThere => State is not (LedgerState.Planned or LedgerState.Gone);

    /// <summary>A line of which nothing was done yet.</summary>
    public static LedgerEntry New(TargetId target, Holding holding, bool begins, DateTimeOffset now) =>
        new(LedgerEntryId.At(now), target, holding, begins ? LedgerState.Provisioning : LedgerState.Planned, now);

    /// <summary>The same line as it stands now.</summary>
    public LedgerEntry Become(LedgerState state, DateTimeOffset now) => (State == state ? this : this with { State = state, Since = now }) with
    {
        GivenUntil = state == LedgerState.Gone ? null : GivenUntil,
        ClosedFor = state == LedgerState.Gone ? null : ClosedFor,
        WarnedOf = state == LedgerState.Gone ? null : WarnedOf,
    };

    /// <summary>It was made so, and seen.</summary>
    public LedgerEntry Settle(LedgerState state, DateTimeOffset now) =>
        Become(state, now) with { Attempts = 0, FailingSince = null, LastError = null, RetryAt = null };

    /// <summary>It could not be made so.</summary>
    /// <param name="words">Why, in the target's own words.</param>
    /// <param name="now">When that was.</param>
    /// <param name="retryAt">When to try again.</param>
    public LedgerEntry Fail(string words, DateTimeOffset now, DateTimeOffset retryAt) => this with
    {
        Attempts = Attempts + 1,
        FailingSince = FailingSince ?? now,
        LastError = words,
        RetryAt = retryAt,
    };
}
