using Regent.Core.Assignments;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Roles;

/// <summary>Searches the places of a role system that the caller manages, or sees, by name.</summary>
public sealed class FindPlaces(IScopeStore scopes, IDirectory directory, Authorities authorities, TimeProvider clock)
{
    private const string TenantWords = "Tenant, the whole organisation";

    /// <param name="caller">Who asks.</param>
    /// <param name="system">Places of which role system.</param>
    /// <param name="words">Part of a name or path; null or empty is all.</param>
    /// <param name="kind">Only scopes of this kind; null is all.</param>
    /// <param name="toManage">Only those the caller manages; else those where they see what is held.</param>
    /// <param name="page">Which stretch. The tenant stands before the first.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Page<NamedPlace>> ExecuteAsync(
        Caller caller, RoleSystem system, string? words, ScopeKind? kind, bool toManage, PageAsk page, CancellationToken ct)
    {
        var authority = await authorities.OfAsync(caller, clock.GetUtcNow(), ct);
        var reach = toManage ? authority.ManagedIn(system) : authority.ReadIn(system);
        return system switch
        {
            RoleSystem.Groups => await GroupsAsync(reach, words, page, ct),
            RoleSystem.Directory when reach.IsEverywhere && page.After is null && kind is null
                && TenantWords.Contains(words?.Trim() ?? "", StringComparison.OrdinalIgnoreCase) =>
                WithTenant(await ScopesAsync(reach, system, words, kind, page, ct)),
            RoleSystem.Directory or RoleSystem.Resources => await ScopesAsync(reach, system, words, kind, page, ct),
        };
    }

    private static Page<NamedPlace> WithTenant(Page<NamedPlace> units) =>
        units with { Items = [new NamedPlace(Scope.Tenant, Name: null), .. units.Items] };

    private async Task<Page<NamedPlace>> GroupsAsync(Reach reach, string? words, PageAsk page, CancellationToken ct)
    {
        var found = await directory.ListGroupsAsync(new GroupQuery { Within = reach, Search = words }, page, ct);
        return new Page<NamedPlace>(
            [.. found.Items.Select(group => new NamedPlace(Scope.OfGroup(group.Id), group.DisplayName))], found.Next);
    }

    private async Task<Page<NamedPlace>> ScopesAsync(
        Reach reach, RoleSystem system, string? words, ScopeKind? kind, PageAsk page, CancellationToken ct)
    {
        var within = reach.IsEverywhere ? null : reach.Scopes;
        var found = await scopes.ListAsync(new ScopeQuery(system) { Within = within, Kind = kind, Search = words }, page, ct);
        return new Page<NamedPlace>(
            [.. (await scopes.ListedAsync(found.Items, ct)).Select(one =>
                new NamedPlace(one.Node.Scope, one.Node.DisplayName) { ParentName = one.ParentName })],
            found.Next);
    }
}
