using Microsoft.EntityFrameworkCore;
using Regent.Core.Audit;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>The record.</summary>
internal sealed class AuditLog(Session session) : IAuditLog
{
    public Task AppendAsync(IEnumerable<AuditEntry> entries, CancellationToken ct)
    {
        foreach (var entry in entries)
        {
            session.Add(AuditRow.Of(entry));
        }

        return Task.CompletedTask;
    }

    public Task<Page<AuditListing>> ListAsync(AuditQuery query, PageAsk page, CancellationToken ct) => session.ReadAsync(
        async db =>
        {
            var before = Cursor.Read(page.After)?.AsNumber() ?? long.MaxValue;
            var found = await NewestAsync(db, query, before, page.Size + 1, ct);
            var cut = Cursor.Page(found, page.Size, row => row, row => Cursor.At(row.Number));
            return new Page<AuditListing>(await WithNamesAsync(db, cut.Items, ct), cut.Next);
        },
        ct);

    /// <summary>What a person did and what was done to them come from two indexes, and are merged.</summary>
    private static async Task<IReadOnlyList<AuditRow>> NewestAsync(
        RegentDb db, AuditQuery query, long before, int count, CancellationToken ct)
    {
        var rows = Filtered(db.Set<AuditRow>().AsNoTracking().Where(row => row.Number < before), query)
            .OrderByDescending(row => row.Number);
        if (query.Involving is not { } person)
        {
            return await rows.Take(count).ToListAsync(ct);
        }

        var done = await rows.Where(row => row.ActorId == person.Value).Take(count).ToListAsync(ct);
        var suffered = await rows.Where(row => row.SubjectId == person.Value).Take(count).ToListAsync(ct);
        return [.. done.UnionBy(suffered, row => row.Number).OrderByDescending(row => row.Number).Take(count)];
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
            db, rows.SelectMany(row => new[] { row.ActorId, row.SubjectId }).OfType<Guid>(), rows.Select(row => row.RoleId).OfType<Guid>(), ct);
        return
        [
            .. rows.Select(row => new AuditListing(
                row.ToCore(), names.Principal(row.ActorId), names.Principal(row.SubjectId), names.Role(row.RoleId))),
        ];
    }
}
