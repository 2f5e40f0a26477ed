using Microsoft.EntityFrameworkCore;
using Regent.Core.Audit;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>The record.</summary>
internal sealed class AuditLog(Session session) : IAuditLog
{
    private static readonly Keyset<AuditRow, DateTimeOffset, long> Newest = new(row => row.At, row => row.Number, descending: true);
    private static readonly Keyset<AuditRow, DateTimeOffset, long> Oldest = new(row => row.At, row => row.Number, descending: false);

    public Task AppendAsync(IEnumerable<AuditEntry> entries, CancellationToken ct)
    {
        session.Record(entries.Select(AuditRow.Of));
        return Task.CompletedTask;
    }

    public Task<Page<AuditListing>> ListAsync(AuditQuery query, PageAsk page, CancellationToken ct) => session.ReadRecordAsync(
        async db =>
        {
            var order = query.OldestFirst ? Oldest : Newest;
            var cut = order.Cut(await StretchAsync(db, query, page, ct), page, row => row);
            return new Page<AuditListing>(await WithNamesAsync(db, cut.Items, ct), cut.Next);
        },
        ct);

    public Task<int> CountAsync(AuditQuery query, CancellationToken ct) =>
        session.ReadRecordAsync(db => AuditList.Filtered(db, query).CountAsync(ct), ct);

    /// <summary>Each way to be concerned has an index of its own; what they find is merged.</summary>
    private static async Task<IReadOnlyList<AuditRow>> StretchAsync(RegentDb db, AuditQuery query, PageAsk page, CancellationToken ct)
    {
        var order = query.OldestFirst ? Oldest : Newest;
        var ways = AuditList.Ways(db, query);
        if (ways is [var only])
        {
            return await order.Stretch(only, page).ToListAsync(ct);
        }

        // Each way gives all that could stand before the end of the stretch; what is left out is left out of the whole.
        var whole = new PageAsk(page.Size + page.Skip, page.After);
        var found = new List<AuditRow>();
        foreach (var way in ways)
        {
            found.AddRange(await order.Stretch(way, whole).ToListAsync(ct));
        }

        var distinct = found.DistinctBy(row => row.Number);
        var sorted = query.OldestFirst
            ? distinct.OrderBy(row => (row.At, row.Number))
            : distinct.OrderByDescending(row => (row.At, row.Number));
        return [.. sorted.Skip(page.Skip).Take(page.Size + 1)];
    }

    private static async Task<IReadOnlyList<AuditListing>> WithNamesAsync(
        RegentDb db, IReadOnlyList<AuditRow> rows, CancellationToken ct)
    {
        var names = await Names.LoadAsync(
            db, rows.SelectMany(row => new[] { row.ActorId, row.SubjectId }).OfType<Guid>(), rows.Select(row => row.RoleId).OfType<Guid>(),
            rows.Select(row => row.Scope).OfType<string>(), ct);
        return
        [
            .. rows.Select(row => new AuditListing(
                row.ToCore(), names.Principal(row.ActorId), names.Principal(row.SubjectId), names.Role(row.RoleId))
            {
                ScopeName = row.Scope is null ? null : names.Scope(row.Scope),
            }),
        ];
    }
}
