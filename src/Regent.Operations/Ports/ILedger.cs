using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Targets;

namespace Regent.Operations.Ports;

/// <summary>What accounts should have in targets, and what was done and seen there.</summary>
public interface ILedger
{
    /// <summary>
    /// Makes sure that there is a line for each claim with an open receipt for its assignment, and says which lines they are; one
    /// that is there stays as it is.
    /// </summary>
    Task<IReadOnlySet<LedgerEntryId>> ClaimAsync(IReadOnlyCollection<LedgerClaim> claims, DateTimeOffset now, CancellationToken ct);

    /// <summary>Those of the lines that are known, with their open receipts, in no order.</summary>
    Task<IReadOnlyList<LedgerLine>> LinesAsync(IReadOnlyCollection<LedgerEntryId> ids, CancellationToken ct);

    /// <summary>The lines on which a principal has open receipts.</summary>
    Task<IReadOnlyList<LedgerEntry>> OpenOfAsync(PrincipalId principal, CancellationToken ct);

    /// <summary>Every line of a target that may be there or has an open receipt.</summary>
    Task<IReadOnlyList<LedgerEntry>> OpenInAsync(TargetId target, CancellationToken ct);

    /// <summary>The line of a holding; null when there never was one.</summary>
    Task<LedgerEntry?> FindLineAsync(TargetId target, Holding holding, CancellationToken ct);

    /// <summary>Adds a line that nothing covers, or replaces it.</summary>
    Task PutAsync(LedgerEntry entry, CancellationToken ct);

    /// <summary>Writes lines and receipts as they are now.</summary>
    Task SaveAsync(IReadOnlyCollection<LedgerEntry> entries, IReadOnlyCollection<Receipt> receipts, CancellationToken ct);

    /// <summary>A stretch of the lines the query describes, those that changed last first.</summary>
    Task<Page<ListedEntry>> ListAsync(LedgerQuery query, PageAsk page, CancellationToken ct);

    /// <summary>How many lines of each target stand where.</summary>
    Task<IReadOnlyList<LedgerCount>> CountAsync(CancellationToken ct);

    /// <summary>Every receipt of these assignments with its line, the oldest first.</summary>
    Task<IReadOnlyList<ListedReceipt>> ReceiptsAsync(IReadOnlyCollection<ScheduleId> schedules, CancellationToken ct);

    /// <summary>Those of the assignments that are in force now and of which something was not seen yet in a target that is live.</summary>
    Task<IReadOnlySet<ScheduleId>> AwaitedAsync(IReadOnlyCollection<ScheduleId> schedules, DateTimeOffset now, CancellationToken ct);

    /// <summary>What was found in a target that Regent did not put there, by account and entitlement.</summary>
    Task<IReadOnlyList<Drift>> DriftAsync(TargetId target, CancellationToken ct);

    /// <summary>One thing that was found; null when unknown.</summary>
    Task<Drift?> FindDriftAsync(Guid id, CancellationToken ct);

    /// <summary>Adds and removes what was found.</summary>
    Task ChangeDriftAsync(IReadOnlyCollection<Drift> saved, IReadOnlyCollection<Guid> removed, CancellationToken ct);
}
