using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

public sealed class FakeLedger(FakeMemory memory) : ILedger
{
    /// <summary>Every line there is.</summary>
    public IReadOnlyList<LedgerEntry> All => [.. Entries];

    /// <summary>Every receipt there is, the oldest first.</summary>
    public IReadOnlyList<Receipt> AllReceipts => [.. Receipts.OrderBy(one => one.CreatedAt).ThenBy(one => one.Id)];

    private IEnumerable<LedgerEntry> Entries => memory.Now.Ledger.Values;

    private IEnumerable<Receipt> Receipts => memory.Now.Receipts.Values;

    public Task<IReadOnlySet<LedgerEntryId>> ClaimAsync(IReadOnlyCollection<LedgerClaim> claims, DateTimeOffset now, CancellationToken ct) =>
        Task.FromResult<IReadOnlySet<LedgerEntryId>>(claims.Select(claim => Claim(claim, now)).ToHashSet());

    public Task<IReadOnlyList<LedgerLine>> LinesAsync(IReadOnlyCollection<LedgerEntryId> ids, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<LedgerLine>>([.. Entries.Where(entry => ids.Contains(entry.Id)).Select(entry => new LedgerLine(
            entry,
            [.. Receipts.Where(one => one.Entry == entry.Id && one.IsOpen).Select(one => (one, memory.Now.Schedules[one.Schedule]))]))]);

    public Task<IReadOnlyList<LedgerEntry>> OpenOfAsync(PrincipalId principal, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<LedgerEntry>>([.. Entries.Where(entry => HasOpen(entry, one => one.Principal == principal))]);

    public Task<IReadOnlyList<LedgerEntry>> OpenInAsync(TargetId target, CancellationToken ct) => Task.FromResult<IReadOnlyList<LedgerEntry>>(
        [.. Entries.Where(entry => entry.Target == target && (entry.MayBeThere || HasOpen(entry, _ => true)))]);

    public Task<LedgerEntry?> FindLineAsync(TargetId target, Holding holding, CancellationToken ct) =>
        Task.FromResult(Entries.FirstOrDefault(entry => entry.Target == target && entry.Holding == holding));

    public Task PutAsync(LedgerEntry entry, CancellationToken ct) => SaveAsync([entry], [], ct);

    public Task SaveAsync(IReadOnlyCollection<LedgerEntry> entries, IReadOnlyCollection<Receipt> receipts, CancellationToken ct)
    {
        memory.Write(now => now with
        {
            Ledger = now.Ledger.SetItems(entries.Select(entry => KeyValuePair.Create(entry.Id, entry))),
            Receipts = now.Receipts.SetItems(receipts.Select(one => KeyValuePair.Create(one.Id, one))),
        });
        return Task.CompletedTask;
    }

    public Task<Page<ListedEntry>> ListAsync(LedgerQuery query, PageAsk page, CancellationToken ct) => Task.FromResult(
        Entries.Where(entry => Fits(entry, query)).OrderByDescending(entry => entry.Since).ThenByDescending(entry => entry.Id.Value)
            .Select(entry => new ListedEntry(entry, Owner(entry))).Cut(page, listed => listed.Entry.Id.Value));

    public Task<IReadOnlyList<LedgerCount>> CountAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<LedgerCount>>(
        [.. Entries.GroupBy(entry => (entry.Target, entry.State)).Select(some => new LedgerCount(
            some.Key.Target, some.Key.State, some.Count(), some.Count(entry => entry.IsFailing), some.Min(entry => entry.FailingSince)))]);

    public Task<IReadOnlyList<ListedReceipt>> ReceiptsAsync(IReadOnlyCollection<ScheduleId> schedules, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<ListedReceipt>>([.. Receipts.Where(one => schedules.Contains(one.Schedule))
            .OrderBy(one => one.CreatedAt).ThenBy(one => one.Id).Select(one => new ListedReceipt(one, memory.Now.Ledger[one.Entry]))]);

    public Task<IReadOnlySet<ScheduleId>> AwaitedAsync(IReadOnlyCollection<ScheduleId> schedules, DateTimeOffset now, CancellationToken ct) =>
        Task.FromResult<IReadOnlySet<ScheduleId>>(Receipts
            .Where(one => schedules.Contains(one.Schedule) && one is { IsOpen: true, ObservedAt: null } && memory.Now.Schedules[one.Schedule].IsInForceAt(now)
                && memory.Now.Targets[memory.Now.Ledger[one.Entry].Target].State == TargetState.Live)
            .Select(one => one.Schedule).ToHashSet());

    public Task<IReadOnlyList<Drift>> DriftAsync(TargetId target, CancellationToken ct) => Task.FromResult<IReadOnlyList<Drift>>(
        [.. memory.Now.Drift.Values.Where(one => one.Target == target).OrderBy(one => one.Holding.Account, StringComparer.Ordinal)
            .ThenBy(one => one.Holding.Entitlement, StringComparer.Ordinal)]);

    public Task<Drift?> FindDriftAsync(Guid id, CancellationToken ct) => Task.FromResult(memory.Now.Drift.GetValueOrDefault(id));

    public Task ChangeDriftAsync(IReadOnlyCollection<Drift> saved, IReadOnlyCollection<Guid> removed, CancellationToken ct)
    {
        memory.Write(now => now with
        {
            Drift = now.Drift.SetItems(saved.Select(one => KeyValuePair.Create(one.Id, one))).RemoveRange(removed),
        });
        return Task.CompletedTask;
    }

    private LedgerEntryId Claim(LedgerClaim claim, DateTimeOffset now)
    {
        var entry = Entries.FirstOrDefault(one => one.Target == claim.Target && one.Holding == claim.Holding)
            ?? LedgerEntry.New(claim.Target, claim.Holding, claim.Begins, now);
        var receipt = new Receipt(Guid.CreateVersion7(now), entry.Id, claim.Schedule, claim.Principal, now);
        var isOwed = !HasOpen(entry, one => one.Schedule == claim.Schedule && one.Principal == claim.Principal);
        memory.Write(held => held with
        {
            Ledger = held.Ledger.SetItem(entry.Id, entry),
            Receipts = isOwed ? held.Receipts.SetItem(receipt.Id, receipt) : held.Receipts,
        });
        return entry.Id;
    }

    private bool HasOpen(LedgerEntry entry, Func<Receipt, bool> which) => Receipts.Any(one => one.Entry == entry.Id && one.IsOpen && which(one));

    private Principal? Owner(LedgerEntry entry) =>
        Receipts.Where(one => one.Entry == entry.Id).OrderByDescending(one => one.CreatedAt).FirstOrDefault() is { } latest
            ? memory.Now.Principals.GetValueOrDefault(latest.Principal)
            : null;

    private bool Fits(LedgerEntry entry, LedgerQuery query) =>
        (query.Target is null || entry.Target == query.Target)
        && (query.State is null || entry.State == query.State)
        && (!query.OnlyFailing || entry.IsFailing)
        && (!query.OnlyOpen || entry.State != LedgerState.Gone)
        && (query.Principal is null || Receipts.Any(one => one.Entry == entry.Id && one.Principal == query.Principal))
        && Contains(entry, query);

    private static bool Contains(LedgerEntry entry, LedgerQuery query) =>
        string.IsNullOrWhiteSpace(query.Text) || entry.Holding.Account.Contains(query.Text.Trim(), StringComparison.OrdinalIgnoreCase)
        || entry.Holding.Entitlement.Contains(query.Text.Trim(), StringComparison.OrdinalIgnoreCase);
}
