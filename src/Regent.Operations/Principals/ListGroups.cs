using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Principals;

/// <summary>The groups in which the caller sees who is what, by name; first those under PIM (specification, section 1.4).</summary>
public sealed class ListGroups(IDirectory directory, IScheduleStore schedules, Authorities authorities, TimeProvider clock)
{
    // What continues the second part of the list, the groups that are not under PIM.
    private const string Others = "others:";

    /// <param name="caller">Who asks.</param>
    /// <param name="only">Only this group; null is all.</param>
    /// <param name="search">Part of a name or mail; null or empty is all.</param>
    /// <param name="page">Which stretch.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<Page<ListedGroup>>> ExecuteAsync(
        Caller caller, PrincipalId? only, string? search, PageAsk page, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var reach = (await authorities.OfAsync(caller, now, ct)).ReadIn(RoleSystem.Groups);
        if (reach.IsNowhere)
        {
            return Refusals.MayNotRead;
        }

        var query = new GroupQuery { Id = only, Within = reach, Search = search };
        return page.After?.StartsWith(Others, StringComparison.Ordinal) == true
            ? await OthersAsync(query, new PageAsk(page.Size, page.After[Others.Length..]), now, ct)
            : await FirstAsync(query, page, now, ct);
    }

    private async Task<Page<ListedGroup>> FirstAsync(GroupQuery query, PageAsk page, DateTimeOffset now, CancellationToken ct)
    {
        var first = await CountedAsync(await directory.ListGroupsAsync(query with { IsUnderPim = true }, page, ct), isUnderPim: true, now, ct);
        if (first.Next is not null || first.Items.Count == page.Size)
        {
            return first with { Next = first.Next ?? Others };
        }

        var rest = await OthersAsync(query, new PageAsk(page.Size - first.Items.Count), now, ct);
        return new Page<ListedGroup>([.. first.Items, .. rest.Items], rest.Next);
    }

    private async Task<Page<ListedGroup>> OthersAsync(GroupQuery query, PageAsk page, DateTimeOffset now, CancellationToken ct)
    {
        var found = await CountedAsync(await directory.ListGroupsAsync(query with { IsUnderPim = false }, page, ct), isUnderPim: false, now, ct);
        return found with { Next = found.Next is null ? null : Others + found.Next };
    }

    private async Task<Page<ListedGroup>> CountedAsync(Page<Principal> groups, bool isUnderPim, DateTimeOffset now, CancellationToken ct)
    {
        if (groups.Items.Count == 0)
        {
            return new Page<ListedGroup>([], groups.Next);
        }

        var members = await directory.CountMembersAsync([.. groups.Items.Select(group => group.Id)], now, ct);
        var holders = (await schedules.CountHoldersAsync([.. groups.Items.Select(group => Scope.OfGroup(group.Id))], now, ct))
            .ToDictionary(count => (count.Scope, count.Role, count.Kind), count => count.Count);
        return new Page<ListedGroup>(
            [.. groups.Items.Select(group => new ListedGroup(
                group, isUnderPim, holders.GetValueOrDefault((Scope.OfGroup(group.Id), GroupRoles.Member, ScheduleKind.Eligibility)),
                members.GetValueOrDefault(group.Id),
                holders.GetValueOrDefault((Scope.OfGroup(group.Id), GroupRoles.Owner, ScheduleKind.Assignment))))],
            groups.Next);
    }
}
