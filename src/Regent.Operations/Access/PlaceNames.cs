using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Access;

/// <summary>Finds out what scopes are called.</summary>
public sealed class PlaceNames(IScopeStore scopes, IDirectory directory)
{
    /// <summary>The names of those that are groups or stand in the scope tree; the tenant has none.</summary>
    public async Task<IReadOnlyDictionary<Scope, string>> OfAsync(IReadOnlyCollection<Scope> asked, CancellationToken ct)
    {
        var groups = await directory.FindManyAsync([.. asked.Select(scope => scope.Group).OfType<PrincipalId>()], ct);
        var nodes = await scopes.FindManyAsync([.. asked.Where(scope => scope.Group is null && scope != Scope.Tenant)], ct);
        return asked.Distinct().Select(scope => (Scope: scope, Name: NameOf(scope))).Where(named => named.Name is not null)
            .ToDictionary(named => named.Scope, named => named.Name!);

        string? NameOf(Scope scope) => scope.Group is { } group
            ? groups.GetValueOrDefault(group)?.DisplayName
            : nodes.GetValueOrDefault(scope)?.DisplayName;
    }
}
