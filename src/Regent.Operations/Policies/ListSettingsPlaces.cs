using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Policies;

/// <summary>The groups, or the scopes of resources, whose settings the caller may see. A directory role has the same settings everywhere.</summary>
public sealed class ListSettingsPlaces(IDirectory directory, IScopeStore scopes, Authorities authorities, TimeProvider clock)
{
    private static readonly Place AnyGroup = new(Scope.OfGroup(default), []);

    /// <summary>A stretch of them by name; it may be shorter than asked for, with more after it.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="system">Of which role system.</param>
    /// <param name="search">Only where the name, or the path of a scope, contains this; null or empty is all.</param>
    /// <param name="page">Which stretch.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Page<NamedPlace>> ExecuteAsync(Caller caller, RoleSystem system, string? search, PageAsk page, CancellationToken ct)
    {
        var authority = await authorities.OfAsync(caller.Id, clock.GetUtcNow(), ct);
        return system switch
        {
            RoleSystem.Groups when authority.MayReadAt(AnyGroup) => await GroupsAsync(authority, search, page, ct),
            RoleSystem.Groups => await OwnGroupsAsync(authority, search, ct),
            RoleSystem.Resources => await ScopesAsync(authority, search, page, ct),
            RoleSystem.Directory => new Page<NamedPlace>([], Next: null),
        };
    }

    private async Task<Page<NamedPlace>> GroupsAsync(Authority authority, string? search, PageAsk page, CancellationToken ct)
    {
        var found = await directory.SearchAsync(search, PrincipalKind.Group, page, ct);
        return new Page<NamedPlace>([.. found.Items.Where(group => authority.MayReadAt(PlaceOf(group))).Select(Named)], found.Next);
    }

    private async Task<Page<NamedPlace>> OwnGroupsAsync(Authority authority, string? search, CancellationToken ct)
    {
        var owned = authority.Held.Where(held => held.Role == GroupRoles.Owner).Select(held => held.Scope.Group).OfType<PrincipalId>();
        var found = await directory.FindManyAsync([.. owned.Distinct()], ct);
        return new Page<NamedPlace>(
            [
                .. found.Values.Where(group => group.DisplayName.Contains(search ?? "", StringComparison.OrdinalIgnoreCase))
                    .OrderBy(group => group.DisplayName, StringComparer.OrdinalIgnoreCase).Select(Named),
            ],
            Next: null);
    }

    private async Task<Page<NamedPlace>> ScopesAsync(Authority authority, string? search, PageAsk page, CancellationToken ct)
    {
        var mine = authority.Held.Select(held => held.Scope).Distinct()
            .Where(scope => scope.System == RoleSystem.Resources && authority.MayReadAt(new Place(scope, [])));
        var query = new ScopeQuery(RoleSystem.Resources) { Search = search, Within = authority.MayRead ? null : [.. mine] };
        var found = await scopes.ListAsync(query, page, ct);
        return new Page<NamedPlace>([.. found.Items.Select(node => new NamedPlace(node.Scope, node.DisplayName))], found.Next);
    }

    private static Place PlaceOf(Principal group) => new(Scope.OfGroup(group.Id), []) { IsRoleAssignable = group.IsRoleAssignable };

    private static NamedPlace Named(Principal group) => new(Scope.OfGroup(group.Id), group.DisplayName);
}
