using Regent.Core.Targets;

namespace Regent.Operations.Lanes;

/// <summary>A line of the ledger with what should be true of it now.</summary>
/// <param name="Entry">The line as it stands.</param>
/// <param name="Covers">What is to cover it.</param>
/// <param name="Landing">How it is to end.</param>
/// <param name="Look">What should be true.</param>
/// <param name="At">The moment it was asked.</param>
internal sealed record LookedLine(LedgerEntry Entry, IReadOnlyList<Cover> Covers, Landing Landing, LedgerLook Look, DateTimeOffset At)
{
    /// <summary>Whether its sessions are to be ended when it is not wanted, though no mapping says so any more.</summary>
    public bool OwesSessions { get; init; }

    /// <summary>Whether it was tried in vain for the same end a short while ago.</summary>
    public bool IsLeftAlone =>
        !OwesSessions && Entry.RetryAt > At && Entry.State == (Look.IsWanted ? LedgerState.Provisioning : LedgerState.Ending);

    /// <summary>Whether the target is to be told to give it.</summary>
    /// <param name="endsByItself">Whether the target must know the end.</param>
    public bool IsToGrant(bool endsByItself) => Look.IsWanted
        && (Entry.State != LedgerState.InEffect || Entry.IsFailing || (endsByItself && Entry.GivenUntil != Look.Until)
            || (Entry.ClosedFor is not null && Entry.ClosedFor != Look.Until));

    /// <summary>Whether the target is to be told to take it back.</summary>
    public bool IsToRevoke => !Look.IsWanted && Entry.MayBeThere;

    /// <summary>Whether its sessions are to be ended, once it is taken back.</summary>
    public bool IsToEndSessions => (IsToRevoke && Landing.EndSessions) || (!Look.IsWanted && OwesSessions);

    /// <summary>Whether people are to be warned of its end.</summary>
    public bool IsToWarn => IsInLast(Landing.WarnBefore) && Entry.WarnedOf != Look.Until;

    /// <summary>Whether no new session is to begin.</summary>
    public bool IsToClose => IsInLast(Landing.CloseBefore) && Entry.ClosedFor != Look.Until;

    private bool IsInLast(TimeSpan? before) => Look.IsWanted && before is { } length && Look.Until - length <= At;
}
