using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Principals;

/// <summary>Those of some ids that anything of the directory has; for everybody who is signed in.</summary>
public sealed class FindDirectoryItems(IDirectory directory, IRoleStore roles, IScopeStore scopes)
{
    /// <summary>What was found, in the order it was asked for, each once.</summary>
    public async Task<IReadOnlyList<DirectoryItem>> ExecuteAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var principals = await directory.FindManyAsync([.. ids.Select(id => new PrincipalId(id))], ct);
        var others = ids.Distinct().Where(id => !principals.ContainsKey(new PrincipalId(id))).ToList();
        var held = others.Count == 0
            ? []
            : (await roles.ListAsync(RoleSystem.Directory, ct)).Where(role => others.Contains(role.Id.Value)).ToDictionary(role => role.Id.Value);
        var units = await scopes.FindManyAsync([.. others.Where(id => !held.ContainsKey(id)).Select(Scope.OfUnit)], ct);
        return [.. ids.Distinct().Select(ItemOf).OfType<DirectoryItem>()];

        DirectoryItem? ItemOf(Guid id)
        {
            if (principals.TryGetValue(new PrincipalId(id), out var principal))
            {
                return new DirectoryItem.OfPrincipal(principal);
            }

            if (held.TryGetValue(id, out var role))
            {
                return new DirectoryItem.OfRole(role);
            }

            return units.TryGetValue(Scope.OfUnit(id), out var unit) ? new DirectoryItem.OfUnit(unit) : null;
        }
    }
}
