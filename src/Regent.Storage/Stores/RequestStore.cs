using Microsoft.EntityFrameworkCore;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>Requests.</summary>
internal sealed class RequestStore(Session session) : IRequestStore
{
    private static readonly Keyset<RequestRow, DateTimeOffset, Guid> Newest = new(row => row.CreatedAt, row => row.Id, descending: true);
    private static readonly Keyset<RequestRow, DateTimeOffset, Guid> Oldest = new(row => row.CreatedAt, row => row.Id, descending: false);
    private static readonly RequestStatus[] Open = [RequestStatus.PendingApproval, RequestStatus.PendingAdminDecision];

    public Task<ScheduleRequest?> FindAsync(RequestId id, CancellationToken ct) => session.ReadAsync(
        async db => (await Rows(db).FirstOrDefaultAsync(row => row.Id == id.Value, ct))?.ToCore(), ct);

    public Task<RequestListing?> FindListingAsync(RequestId id, CancellationToken ct) => session.ReadAsync(
        async db => (await WithNamesAsync(db, await Rows(db).Where(row => row.Id == id.Value).ToListAsync(ct), ct)).SingleOrDefault(), ct);

    public Task<ScheduleRequest?> FindMakerAsync(ScheduleId schedule, CancellationToken ct) => session.ReadAsync(
        async db => (await Rows(db).FirstOrDefaultAsync(row => row.Id == schedule.Value, ct))?.ToCore(),
        ct);

    public Task<IReadOnlySet<ScheduleId>> FindMadeAsync(IReadOnlyCollection<ScheduleId> schedules, CancellationToken ct)
    {
        var ids = schedules.Select(id => id.Value).Distinct().ToList();
        return session.ReadAsync<IReadOnlySet<ScheduleId>>(
            async db => (await Rows(db).Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(ct))
                .Select(id => new ScheduleId(id)).ToHashSet(),
            ct);
    }

    public Task<bool> HasPendingAsync(
        PrincipalId principal, RoleDefinitionId role, Scope scope, ScheduleKind kind, RequestId? apartFrom, CancellationToken ct)
    {
        var apart = apartFrom?.Value;
        return session.ReadAsync(
            db => Rows(db).AnyAsync(
                row => row.PrincipalId == principal.Value && row.RoleId == role.Value && row.Scope == scope.Value && row.Kind == kind
                    && Open.Contains(row.Status) && (apart == null || row.Id != apart),
                ct),
            ct);
    }

    public Task<Page<RequestListing>> ListAsync(RequestQuery query, PageAsk page, CancellationToken ct) => session.ReadAsync(
        async db =>
        {
            var cut = await (query.OldestFirst ? Oldest : Newest).PageAsync(RequestFilter.Filtered(db, query), page, row => row, ct);
            return new Page<RequestListing>(await WithNamesAsync(db, cut.Items, ct), cut.Next);
        },
        ct);

    public Task<int> CountAsync(RequestQuery query, CancellationToken ct) =>
        session.ReadAsync(db => RequestFilter.Filtered(db, query).CountAsync(ct), ct);

    public Task AddAsync(ScheduleRequest request, CancellationToken ct)
    {
        session.Add(RequestRow.Of(request));
        return Task.CompletedTask;
    }

    public Task UpdateAsync(ScheduleRequest request, CancellationToken ct) => session.WriteAsync(
        async db =>
        {
            var row = await db.Set<RequestRow>().FindAsync([request.Id.Value], ct);
            if (row is null || row.Version != request.Version)
            {
                throw new DbUpdateConcurrencyException($"Request {request.Id} was changed by somebody else.");
            }

            row.Take(request);
            row.Version++;
            return true;
        },
        ct);

    private static IQueryable<RequestRow> Rows(RegentDb db) => db.Set<RequestRow>().AsNoTracking();

    private static async Task<IReadOnlyList<RequestListing>> WithNamesAsync(
        RegentDb db, IReadOnlyList<RequestRow> rows, CancellationToken ct)
    {
        var names = await Names.LoadAsync(
            db, rows.Select(row => row.PrincipalId), rows.Select(row => row.RoleId), rows.Select(row => row.Scope), ct);
        var ids = rows.Select(row => row.ScheduleId).OfType<Guid>().Distinct().ToList();
        var schedules = ids.Count == 0
            ? []
            : await db.Set<ScheduleRow>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, ct);
        return
        [
            .. rows.Select(row => new RequestListing(
                row.ToCore(), names.Principal(row.PrincipalId)!, names.Role(row.RoleId)!,
                row.ScheduleId is { } id ? schedules.GetValueOrDefault(id)?.ToCore() : null)
            {
                ScopeName = names.Scope(row.Scope),
            }),
        ];
    }
}
