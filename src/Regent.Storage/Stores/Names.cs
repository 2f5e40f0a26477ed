using Microsoft.EntityFrameworkCore;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>The people and roles that the rows of one page mention, read in two queries.</summary>
internal sealed class Names(IReadOnlyDictionary<Guid, PrincipalRow> principals, IReadOnlyDictionary<Guid, RoleRow> roles)
{
    public Principal? Principal(Guid? id) => id is { } known && principals.TryGetValue(known, out var row) ? row.ToCore() : null;

    public RoleDefinition? Role(Guid? id) => id is { } known && roles.TryGetValue(known, out var row) ? row.ToCore() : null;

    public static async Task<Names> LoadAsync(RegentDb db, IEnumerable<Guid> principals, IEnumerable<Guid> roles, CancellationToken ct)
    {
        var people = principals.Distinct().ToList();
        var held = roles.Distinct().ToList();
        return new Names(
            people.Count == 0 ? new Dictionary<Guid, PrincipalRow>() : await db.Set<PrincipalRow>().AsNoTracking()
                .Where(row => people.Contains(row.Id)).ToDictionaryAsync(row => row.Id, ct),
            held.Count == 0 ? new Dictionary<Guid, RoleRow>() : await db.Set<RoleRow>().AsNoTracking()
                .Where(row => held.Contains(row.Id)).ToDictionaryAsync(row => row.Id, ct));
    }
}
