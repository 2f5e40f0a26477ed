using Microsoft.EntityFrameworkCore;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>Lists lines of the ledger.</summary>
internal static class LedgerList
{
    private static readonly Keyset<LedgerRow, DateTimeOffset, Guid> Newest = new(row => row.Since, row => row.Id, descending: true);

    public static async Task<Page<ListedEntry>> PageAsync(RegentDb db, LedgerQuery query, PageAsk page, CancellationToken ct)
    {
        var cut = await Newest.PageAsync(Filtered(db, query), page, row => row.ToCore(), ct);
        var ids = cut.Items.Select(entry => entry.Id.Value).ToList();
        var owners = await db.Set<ReceiptRow>().AsNoTracking().Where(row => ids.Contains(row.LedgerId))
            .GroupBy(row => row.LedgerId).Select(some => new { Line = some.Key, Latest = some.OrderByDescending(row => row.CreatedAt).First().PrincipalId })
            .ToDictionaryAsync(some => some.Line, some => some.Latest, ct);
        var names = await Names.LoadAsync(db, owners.Values, [], [], ct);
        return new Page<ListedEntry>(
            [.. cut.Items.Select(entry => new ListedEntry(entry, owners.TryGetValue(entry.Id.Value, out var owner) ? names.Principal(owner) : null))],
            cut.Next);
    }

    private static IQueryable<LedgerRow> Filtered(RegentDb db, LedgerQuery query)
    {
        var rows = db.Set<LedgerRow>().AsNoTracking();
        rows = query.Target is { } target ? rows.Where(row => row.TargetId == target.Value) : rows;
        rows = query.State is { } state ? rows.Where(row => row.State == state) : rows;
        rows = query.OnlyFailing ? rows.Where(row => row.FailingSince != null) : rows;
        rows = query.OnlyOpen ? rows.Where(row => row.State != LedgerState.Gone) : rows;
        rows = query.Principal is { } principal
            ? rows.Where(row => db.Set<ReceiptRow>().Any(receipt => receipt.LedgerId == row.Id && receipt.PrincipalId == principal.Value))
            : rows;
        return Search.For(query.Text) is { } text ? rows.Where(row => row.SearchText.Contains(text)) : rows;
    }
}
