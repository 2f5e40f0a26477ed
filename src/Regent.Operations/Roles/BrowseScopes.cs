using Regent.Operations.Ports;

namespace Regent.Operations.Roles;

/// <summary>The same stretch of the scope tree as <see cref="ListScopes"/>, with the names a page shows.</summary>
public sealed class BrowseScopes(ListScopes list, IScopeStore scopes)
{
    public async Task<Page<ListedScope>> ExecuteAsync(Caller caller, ScopeQuery query, PageAsk page, CancellationToken ct)
    {
        var found = await list.ExecuteAsync(caller, query, page, ct);
        return new Page<ListedScope>(await scopes.ListedAsync(found.Items, ct), found.Next);
    }
}
