using Microsoft.EntityFrameworkCore;
using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>The record.</summary>
internal sealed class AuditLog(Session session) : IAuditLog
{
    private static readonly Keyset<AuditRow, DateTimeOffset, long> Newest = new(row => row.At, row => row.Number, descending: true);

    public Task AppendAsync(IEnumerable<AuditEntry> entries, CancellationToken ct)
    {
        session.Record(entries.Select(AuditRow.Of));
        return Task.CompletedTask;
    }

    public Task<Page<AuditListing>> ListAsync(AuditQuery query, PageAsk page, CancellationToken ct) => session.ReadRecordAsync(
        async db =>
        {
            var found = await NewestAsync(Filtered(db.Set<AuditRow>().AsNoTracking(), query), query.Involving, page, ct);
            var cut = Newest.Cut(found, page, row => row);
            return new Page<AuditListing>(await WithNamesAsync(db, cut.Items, ct), cut.Next);
        },
        ct);

    /// <summary>What a person did and what was done to them come from two indexes, and are merged.</summary>
    private static async Task<IReadOnlyList<AuditRow>> NewestAsync(
        IQueryable<AuditRow> rows, PrincipalId? involving, PageAsk page, CancellationToken ct)
    {
        if (involving is not { } person)
        {
            return await Newest.Stretch(rows, page).ToListAsync(ct);
        }

        var done = await Newest.Stretch(rows.Where(row => row.ActorId == person.Value), page).ToListAsync(ct);
        var suffered = await Newest.Stretch(rows.Where(row => row.SubjectId == person.Value), page).ToListAsync(ct);
        return [.. done.UnionBy(suffered, row => row.Number).OrderByDescending(row => (row.At, row.Number)).Take(page.Size + 1)];
    }

    private static IQueryable<AuditRow> Filtered(IQueryable<AuditRow> rows, AuditQuery query)
    {
        rows = query.Role is { } role ? rows.Where(row => row.RoleId == role.Value) : rows;
        rows = query.Activity is { } activity ? rows.Where(row => row.Activity == activity) : rows;
        rows = query.CorrelationId is { } story ? rows.Where(row => row.CorrelationId == story) : rows;
        rows = query.From is { } from ? rows.Where(row => row.At >= from) : rows;
        return query.Until is { } until ? rows.Where(row => row.At < until) : rows;
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
                row.ToCore(), names.Principal(row.ActorId), names.Principal(row.SubjectId), names.Role(row.RoleId))),
        ];
    }
}
