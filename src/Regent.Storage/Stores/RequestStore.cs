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
    private static readonly RequestStatus[] Open = [RequestStatus.PendingApproval, RequestStatus.PendingAdminDecision];

    public Task<ScheduleRequest?> FindAsync(RequestId id, CancellationToken ct) => session.ReadAsync(
        async db => (await Rows(db).FirstOrDefaultAsync(row => row.Id == id.Value, ct))?.ToCore(), ct);

    public Task<RequestListing?> FindListingAsync(RequestId id, CancellationToken ct) => session.ReadAsync(
        async db => (await WithNamesAsync(db, await Rows(db).Where(row => row.Id == id.Value).ToListAsync(ct), ct)).SingleOrDefault(), ct);

    public Task<ScheduleRequest?> FindMakerAsync(ScheduleId schedule, CancellationToken ct) => session.ReadAsync(
        async db => (await Rows(db).FirstOrDefaultAsync(row => row.Id == schedule.Value, ct))?.ToCore(),
        ct);

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
            var cut = await Newest.PageAsync(Filtered(db, query), page, row => row, ct);
            return new Page<RequestListing>(await WithNamesAsync(db, cut.Items, ct), cut.Next);
        },
        ct);

    public Task<int> CountAsync(RequestQuery query, CancellationToken ct) =>
        session.ReadAsync(db => Filtered(db, query).CountAsync(ct), ct);

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

    private static IQueryable<RequestRow> Filtered(RegentDb db, RequestQuery query)
    {
        var rows = Concerning(Rows(db), query);
        rows = query.System is { } system ? rows.Where(row => row.System == system) : rows;
        rows = query.Role is { } role ? rows.Where(row => row.RoleId == role.Value) : rows;
        rows = Placed(db, rows, query);
        rows = query.AskedApproval ? rows.Where(row => row.ApprovalExpiresAt != null) : rows;
        rows = query.Kind is { } kind ? rows.Where(row => row.Kind == kind) : rows;
        rows = query.Actions is { } actions ? rows.Where(row => actions.Contains(row.Action)) : rows;
        rows = query.Statuses is { } statuses ? rows.Where(row => statuses.Contains(row.Status)) : rows;
        return query.DecidableBy is { } approver ? DecidableBy(db, rows, approver) : rows;
    }

    private static IQueryable<RequestRow> Placed(RegentDb db, IQueryable<RequestRow> rows, RequestQuery query)
    {
        rows = query.Scope is { } scope ? rows.Where(row => row.Scope == scope.Value) : rows;
        rows = query.Within is { IsEverywhere: false } reach ? In(rows, PlacesHeld.Of(db, reach)) : rows;
        return query.Around is { } around ? In(rows, PlacesHeld.Of(db, around)) : rows;
    }

    private static IQueryable<RequestRow> In(IQueryable<RequestRow> rows, PlacesHeld places) =>
        rows.Where(row => places.Named.Contains(row.Scope) || places.Found.Contains(row.Scope));

    private static IQueryable<RequestRow> Concerning(IQueryable<RequestRow> rows, RequestQuery query)
    {
        rows = query.Involving is { } anyone ? rows.Where(row => row.PrincipalId == anyone.Value || row.CreatedBy == anyone.Value) : rows;
        rows = query.CreatedBy is { } creator ? rows.Where(row => row.CreatedBy == creator.Value) : rows;
        rows = query.Principal is { } principal ? rows.Where(row => row.PrincipalId == principal.Value) : rows;
        if (query.Principals is not { } several)
        {
            return rows;
        }

        var ids = several.Select(id => id.Value).ToList();
        return rows.Where(row => ids.Contains(row.PrincipalId));
    }

    private static IQueryable<RequestRow> DecidableBy(RegentDb db, IQueryable<RequestRow> rows, ApproverIdentity approver)
    {
        Guid[] named = [approver.Id.Value, .. approver.Groups.Select(group => group.Value)];
        var approvers = db.Set<PolicyApproverRow>();
        var lapsed = LapsedApprovers.At(db, approver.At);
        var administers = approver.IsAdministrator;
        return rows.Where(row => row.Status == RequestStatus.PendingApproval
            && row.PrincipalId != approver.Id.Value && row.CreatedBy != approver.Id.Value
            && (approvers.Any(one => one.RoleId == row.RoleId && one.Scope == row.PolicyScope && named.Contains(one.PrincipalId))
                || (administers && (!approvers.Any(one => one.RoleId == row.RoleId && one.Scope == row.PolicyScope)
                    || lapsed.Any(one => one.RoleId == row.RoleId && one.Scope == row.PolicyScope)))));
    }

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
