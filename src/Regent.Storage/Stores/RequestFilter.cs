using Microsoft.EntityFrameworkCore;
using Regent.Core.Requests;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>Which requests a query finds.</summary>
internal static class RequestFilter
{
    public static IQueryable<RequestRow> Filtered(RegentDb db, RequestQuery query)
    {
        var rows = InTime(Placed(db, Concerning(db, query), query), query);
        rows = query.Role is { } role ? rows.Where(row => row.RoleId == role.Value) : rows;
        rows = query.AskedApproval ? rows.Where(row => row.ApprovalExpiresAt != null) : rows;
        rows = query.Kind is { } kind ? rows.Where(row => row.Kind == kind) : rows;
        rows = query.About is { } about
            ? rows.Where(row => row.ScheduleId == about.Value || (row.ScheduleId == null && row.TargetId == about.Value))
            : rows;
        rows = query.Actions is { } actions ? rows.Where(row => actions.Contains(row.Action)) : rows;
        rows = query.Statuses is { } statuses ? rows.Where(row => statuses.Contains(row.Status)) : rows;
        return query.DecidableBy is { } approver ? DecidableBy(db, rows, approver) : rows;
    }

    private static IQueryable<RequestRow> Placed(RegentDb db, IQueryable<RequestRow> rows, RequestQuery query)
    {
        rows = query.System is { } system ? rows.Where(row => row.System == system) : rows;
        rows = query.Scope is { } scope ? rows.Where(row => row.Scope == scope.Value) : rows;
        rows = query.NotAt is { } elsewhere ? rows.Where(row => row.Scope != elsewhere.Value) : rows;
        rows = query.Within is { IsEverywhere: false } reach ? rows.Where(PlacesWithin.Of<RequestRow>(db, reach, row => row.Scope)) : rows;
        return query.Around is { } around ? rows.Where(PlacesWithin.Of<RequestRow>(db, around, row => row.Scope)) : rows;
    }

    private static IQueryable<RequestRow> Concerning(RegentDb db, RequestQuery query)
    {
        var rows = db.Set<RequestRow>().AsNoTracking();
        rows = query.Involving is { } anyone ? rows.Where(row => row.PrincipalId == anyone.Value || row.CreatedBy == anyone.Value) : rows;
        rows = query.CreatedBy is { } creator ? rows.Where(row => row.CreatedBy == creator.Value) : rows;
        rows = query.Principal is { } principal ? rows.Where(row => row.PrincipalId == principal.Value) : rows;
        rows = query.Principals is { } several ? Among(rows, [.. several.Select(id => id.Value)]) : rows;
        return query.PrincipalName is { } name ? Named(db, rows, name) : rows;
    }

    private static IQueryable<RequestRow> Among(IQueryable<RequestRow> rows, List<Guid> principals) =>
        rows.Where(row => principals.Contains(row.PrincipalId));

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

    private static IQueryable<RequestRow> Named(RegentDb db, IQueryable<RequestRow> rows, TextMatch name)
    {
        var people = PrincipalList.Named(db.Set<PrincipalRow>().AsNoTracking(), name).Select(row => row.Id);
        return rows.Where(row => people.Contains(row.PrincipalId));
    }

    private static IQueryable<RequestRow> InTime(IQueryable<RequestRow> rows, RequestQuery query)
    {
        rows = query.Created?.From is { } from ? rows.Where(row => row.CreatedAt >= from) : rows;
        rows = query.Created?.Before is { } before ? rows.Where(row => row.CreatedAt < before) : rows;
        rows = query.Completed?.From is { } first ? rows.Where(row => row.CompletedAt >= first) : rows;
        return query.Completed?.Before is { } last ? rows.Where(row => row.CompletedAt < last) : rows;
    }
}
