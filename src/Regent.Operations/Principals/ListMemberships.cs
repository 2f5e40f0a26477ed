using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Principals;

/// <summary>What a principal belongs to: groups by name, then the directory roles it holds for the tenant; for everybody who is signed in.</summary>
public sealed class ListMemberships(IDirectory directory, IScheduleStore schedules, IRoleStore roles, TimeProvider clock)
{
    // What continues the second part of the list, the roles.
    private const string Roles = "roles:";

    /// <param name="member">Whose.</param>
    /// <param name="isTransitive">Whether what it has through groups counts too.</param>
    /// <param name="page">Which stretch.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Page<DirectoryItem>> ExecuteAsync(PrincipalId member, bool isTransitive, PageAsk page, CancellationToken ct)
    {
        var query = new PrincipalQuery(PrincipalKind.Group)
        {
            Relation = new PrincipalRelation.GroupsOf(member, isTransitive),
            At = clock.GetUtcNow(),
        };
        var held = await HeldAsync(member, isTransitive, query.At, ct);
        var found = page.After?.StartsWith(Roles, StringComparison.Ordinal) == true
            ? Cut(held, page.After, page.Size)
            : await FirstAsync(query, held, page, ct);
        return page.WantsTotal ? found with { Total = held.Count + await directory.CountAsync(query, ct) } : found;
    }

    /// <summary>The directory roles it holds, by name.</summary>
    public Task<IReadOnlyList<RoleDefinition>> HeldAsync(PrincipalId member, bool isTransitive, CancellationToken ct) =>
        HeldAsync(member, isTransitive, clock.GetUtcNow(), ct);

    private async Task<Page<DirectoryItem>> FirstAsync(
        PrincipalQuery query, IReadOnlyList<RoleDefinition> held, PageAsk page, CancellationToken ct)
    {
        var groups = await directory.ListAsync(query, page, ct);
        var items = groups.Items.Select(group => (DirectoryItem)new DirectoryItem.OfPrincipal(group)).ToList();
        if (groups.Next is not null || items.Count == page.Size)
        {
            return new Page<DirectoryItem>(items, groups.Next ?? (held.Count == 0 ? null : Roles));
        }

        var rest = Cut(held, Roles, page.Size - items.Count);
        return new Page<DirectoryItem>([.. items, .. rest.Items], rest.Next);
    }

    private async Task<IReadOnlyList<RoleDefinition>> HeldAsync(PrincipalId member, bool isTransitive, DateTimeOffset now, CancellationToken ct)
    {
        var holders = isTransitive ? await directory.WithGroupsAsync(member, now, ct) : [member];
        var held = (await schedules.OpenOfAsync(holders, ScheduleKind.Assignment, role: null, now, ct))
            .Where(schedule => schedule.IsInForceAt(now) && schedule.Scope == Scope.Tenant).Select(schedule => schedule.Role).ToHashSet();
        return held.Count == 0 ? [] : [.. (await roles.ListAsync(RoleSystem.Directory, ct)).Where(role => held.Contains(role.Id))];
    }

    private static Page<DirectoryItem> Cut(IReadOnlyList<RoleDefinition> held, string after, int size)
    {
        var rest = held.SkipWhile(role => after != Roles && after != Roles + role.Id).Skip(after == Roles ? 0 : 1).ToList();
        return new Page<DirectoryItem>(
            [.. rest.Take(size).Select(role => new DirectoryItem.OfRole(role))], rest.Count > size ? $"{Roles}{rest[size - 1].Id}" : null);
    }
}
