using Microsoft.EntityFrameworkCore;
using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>Parts of the record as queries.</summary>
internal static class AuditList
{
    private const string Groups = "/groups/";
    private const string Units = "/administrativeUnits/";

    /// <summary>All that the query finds, in one.</summary>
    public static IQueryable<AuditRow> Filtered(RegentDb db, AuditQuery query)
    {
        var rows = query.Involving is { } person
            ? Narrowed(db, query).Where(row => row.ActorId == person.Value || row.SubjectId == person.Value)
            : Narrowed(db, query);
        return query.Target is { } target ? About(rows, target) : rows;
    }

    /// <summary>The same in parts that overlap: one for each way to be concerned.</summary>
    public static IReadOnlyList<IQueryable<AuditRow>> Ways(RegentDb db, AuditQuery query)
    {
        var rows = Narrowed(db, query);
        if (query.Involving is { } person)
        {
            rows = query.Target is { } also ? About(rows, also) : rows;
            return [rows.Where(row => row.ActorId == person.Value), rows.Where(row => row.SubjectId == person.Value)];
        }

        if (query.Target is not { } target)
        {
            return [rows];
        }

        var places = PlacesOf(target);
        return
        [
            rows.Where(row => row.SubjectId == target), rows.Where(row => row.RoleId == target), rows.Where(row => places.Contains(row.Scope)),
        ];
    }

    private static IQueryable<AuditRow> About(IQueryable<AuditRow> rows, Guid target)
    {
        var places = PlacesOf(target);
        return rows.Where(row => row.SubjectId == target || row.RoleId == target || places.Contains(row.Scope));
    }

    private static string?[] PlacesOf(Guid target) => [Scope.OfGroup(new PrincipalId(target)).Value, Scope.OfUnit(target).Value];

    private static IQueryable<AuditRow> Narrowed(RegentDb db, AuditQuery query)
    {
        var rows = Sorted(db.Set<AuditRow>().AsNoTracking(), query);
        rows = query.Id is { } id ? rows.Where(row => row.Id == id) : rows;
        rows = query.Role is { } role ? rows.Where(row => row.RoleId == role.Value) : rows;
        rows = query.Activity is { } activity ? rows.Where(row => row.Activity == activity) : rows;
        rows = query.Activities?.ToArray() is { } names ? rows.Where(row => names.Contains(row.Activity)) : rows;
        rows = query.CorrelationId is { } story ? rows.Where(row => row.CorrelationId == story) : rows;
        rows = query.Result is { } result ? rows.Where(row => row.Result == result) : rows;
        rows = query.From is { } from ? rows.Where(row => row.At >= from) : rows;
        rows = query.Until is { } until ? rows.Where(row => row.At < until) : rows;
        return query.Actor is { } actor ? By(rows, PrincipalList.Filtered(db, actor).Select(row => (Guid?)row.Id)) : rows;
    }

    private static IQueryable<AuditRow> By(IQueryable<AuditRow> rows, IQueryable<Guid?> actors) =>
        rows.Where(row => actors.Contains(row.ActorId));

    private static IQueryable<AuditRow> Sorted(IQueryable<AuditRow> rows, AuditQuery query)
    {
        if (query.Service is { } service)
        {
            var others = AuditOrder.OutsidePim.Where(name => service == AuditService.Pim || AuditOrder.ServiceOf(name) == service).ToArray();
            rows = service == AuditService.Pim
                ? rows.Where(row => !others.Contains(row.Activity))
                : rows.Where(row => others.Contains(row.Activity));
        }

        return query.Category is { } category ? In(rows, category) : rows;
    }

    private static IQueryable<AuditRow> In(IQueryable<AuditRow> rows, AuditCategory category)
    {
        var named = AuditOrder.ByName.Where(act => act.Value == category).Select(act => act.Key).ToArray();
        var elsewhere = AuditOrder.ByName.Keys.ToArray();
        return category switch
        {
            AuditCategory.GroupManagement => rows.Where(row => named.Contains(row.Activity)
                || (!elsewhere.Contains(row.Activity) && row.Scope!.StartsWith(Groups))),
            AuditCategory.RoleManagement => rows.Where(row => !elsewhere.Contains(row.Activity)
                && (row.Scope == null || row.Scope == "/" || row.Scope.StartsWith(Units))),
            AuditCategory.ResourceManagement => rows.Where(row => !elsewhere.Contains(row.Activity)
                && row.Scope != null && row.Scope != "/" && !row.Scope.StartsWith(Units) && !row.Scope.StartsWith(Groups)),
            AuditCategory.UserManagement or AuditCategory.ApplicationManagement or AuditCategory.Authentication =>
                rows.Where(row => named.Contains(row.Activity)),
        };
    }
}
