using Regent.Core.Targets;

namespace Regent.Operations.Lanes;

/// <summary>A line of the ledger after the target was told and looked at.</summary>
/// <param name="Before">The line with what should be true of it.</param>
/// <param name="Entry">The line as it stands now.</param>
/// <param name="Receipts">Its receipts that changed.</param>
/// <param name="Wakes">When to look again, where nobody is to wake it then already.</param>
internal sealed record SettledLine(LookedLine Before, LedgerEntry Entry, IReadOnlyList<Receipt> Receipts, IReadOnlyList<DateTimeOffset> Wakes)
{
    private const int AskedOften = 10;

    /// <summary>Whether sessions are still to be ended that only this work knows of.</summary>
    public bool OwesSessions => Before.OwesSessions && !Before.Look.IsWanted && Entry.IsFailing;

    /// <summary>What became of a line.</summary>
    /// <param name="line">The line with what should be true of it.</param>
    /// <param name="calls">What the target said and showed.</param>
    /// <param name="now">The moment after.</param>
    /// <param name="reachableAt">When to try again what the target did not answer.</param>
    public static SettledLine Of(LookedLine line, TargetCalls calls, DateTimeOffset now, DateTimeOffset reachableAt)
    {
        var entry = line.Entry with
        {
            GivenUntil = line.Look.IsWanted && calls.Took(line.Entry) ? line.Look.Until : line.Entry.GivenUntil,
            WarnedOf = calls.WasWarned(line.Entry) ? line.Look.Until : line.Entry.WarnedOf,
            ClosedFor = calls.WasClosed(line.Entry) ? line.Look.Until : line.Entry.ClosedFor,
        };
        return (line.Look.IsWanted, calls.TroubleOf(line.Entry), calls.SeenOf(line.Entry)?.IsHeld) switch
        {
            (_, { } trouble, _) => Failed(line, entry, trouble, now, reachableAt),
            _ when calls.IsBlind(line.Entry) => Settled(
                line, entry, line.Look.IsWanted ? LedgerState.InEffect : LedgerState.Gone, now, receipt => receipt.Written(now)),
            (true, _, true) => Settled(line, entry, LedgerState.InEffect, now, receipt => receipt.Seen(now)),
            (true, _, _) => NotYet(
                line, entry, LedgerState.Provisioning,
                calls.Took(line.Entry) ? "The target took it, yet it is not there." : "It was there, and is not any more.", calls, now),
            (false, _, true) => NotYet(line, entry, LedgerState.Ending, "The target took it back, yet it is still there.", calls, now),
            (false, _, false) => Settled(line, entry, LedgerState.Gone, now, receipt => receipt),
            (false, _, null) when !line.Entry.MayBeThere => Settled(line, entry, line.Entry.State, now, receipt => receipt),
            _ => throw new InvalidOperationException($"Nobody looked whether {line.Entry.Holding} is there."),
        };
    }

    private static SettledLine Settled(
        LookedLine line, LedgerEntry entry, LedgerState state, DateTimeOffset now, Func<Receipt, Receipt> arrived)
    {
        var next = line.Look.NextLook;
        var isDone = state == LedgerState.Planned && line.Covers.All(cover => cover.IsOverAt(line.At));
        return new SettledLine(
            line, entry.Settle(isDone ? LedgerState.Gone : state, now) with { LookAt = next },
            [.. line.Covers.Select(cover => (cover.Receipt, Next: Receipted(cover, line, arrived, now)))
                .Where(pair => pair.Next != pair.Receipt).Select(pair => pair.Next)],
            next is { } at && at != line.Entry.LookAt ? [at] : []);
    }

    private static SettledLine NotYet(
        LookedLine line, LedgerEntry entry, LedgerState state, string words, TargetCalls calls, DateTimeOffset now)
    {
        // What nobody told the target to change has changed there by itself: then it is told, at once.
        var retryAt = calls.Took(line.Entry) ? now + RetryPause.After(entry.Attempts) : now;
        var receipts = line.Covers.Where(cover => calls.Took(line.Entry) && cover.IsOverAt(line.At) != line.Look.IsWanted)
            .Select(cover => line.Look.IsWanted ? cover.Receipt.Written(now) : cover.Receipt.Revoked(now));
        return Failed(line, entry.Become(state, now).Fail(words, now, retryAt), retryAt) with { Receipts = [.. receipts] };
    }

    private static SettledLine Failed(LookedLine line, LedgerEntry entry, TargetAnswer trouble, DateTimeOffset now, DateTimeOffset reachableAt)
    {
        // What alone is not answered, again and again, waits longer each time; it is not the target that is down.
        var retryAt = trouble.Result == TargetResult.Unreachable && entry.Attempts < AskedOften ? reachableAt
            : trouble.RetryAt is { } told && told > now ? told
            : now + RetryPause.After(entry.Attempts);
        var state = line.Look.IsWanted ? LedgerState.Provisioning : LedgerState.Ending;
        return Failed(line, entry.Become(state, now).Fail(trouble.Words ?? trouble.Result.ToString(), now, retryAt), retryAt);
    }

    // The end must not be missed while giving fails, nor the beginning while taking back does.
    private static SettledLine Failed(LookedLine line, LedgerEntry failed, DateTimeOffset retryAt) => new(
        line, failed with { LookAt = null }, [], line.Look.NextLook is { } next && next < retryAt ? [next, retryAt] : [retryAt]);

    // By the moment of the look: what ended while the target answered is another look's.
    private static Receipt Receipted(Cover cover, LookedLine line, Func<Receipt, Receipt> arrived, DateTimeOffset now) => cover switch
    {
        _ when cover.IsInForceAt(line.At) => line.Look.IsWanted ? arrived(cover.Receipt) : cover.Receipt,
        _ when !cover.IsOverAt(line.At) => cover.Receipt,
        _ when line.Look.IsWanted => cover.Receipt.Kept(now),
        _ => cover.Receipt.Gone(now),
    };
}
