using Microsoft.EntityFrameworkCore;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>The people, roles and scopes that the rows of one page mention, read in three queries at most.</summary>
internal sealed class Names
{
    private Dictionary<Guid, PrincipalRow> principals = [];
    private Dictionary<Guid, RoleRow> roles = [];
    private Dictionary<string, string> scopes = [];

    private Names()
    {
    }

    public Principal? Principal(Guid? id) => id is { } known && principals.TryGetValue(known, out var row) ? row.ToCore() : null;

    public RoleDefinition? Role(Guid? id) => id is { } known && roles.TryGetValue(known, out var row) ? row.ToCore() : null;

    /// <summary>What a scope is called; null for the tenant, and for what is unknown.</summary>
    public string? Scope(string value) => ScopeText.Read(value) switch
    {
        { Kind: ScopeKind.Tenant } => null,
        { Group: { } group } => principals.GetValueOrDefault(group.Value)?.DisplayName,
        var scope => scopes.GetValueOrDefault(ScopeRow.KeyOf(scope)),
    };

    public static async Task<Names> LoadAsync(
        RegentDb db, IEnumerable<Guid> principals, IEnumerable<Guid> roles, IEnumerable<string> scopes, CancellationToken ct)
    {
        var held = roles.Distinct().ToList();
        var places = scopes.Distinct().Select(ScopeText.Read).ToList();
        var people = principals.Concat(places.Select(scope => scope.Group?.Value).OfType<Guid>()).Distinct().ToList();
        var keys = places.Where(scope => scope is { Group: null, Kind: not ScopeKind.Tenant }).Select(ScopeRow.KeyOf).ToList();
        return new Names
        {
            principals = people.Count == 0 ? [] : await db.Set<PrincipalRow>().AsNoTracking()
                .Where(row => people.Contains(row.Id)).ToDictionaryAsync(row => row.Id, ct),
            roles = held.Count == 0 ? [] : await db.Set<RoleRow>().AsNoTracking()
                .Where(row => held.Contains(row.Id)).ToDictionaryAsync(row => row.Id, ct),
            scopes = keys.Count == 0 ? [] : await db.Set<ScopeRow>().AsNoTracking()
                .Where(row => keys.Contains(row.Key)).ToDictionaryAsync(row => row.Key, row => row.DisplayName, ct),
        };
    }
}
