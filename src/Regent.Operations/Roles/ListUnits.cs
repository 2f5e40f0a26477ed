using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Roles;

/// <summary>The administrative units as part of the directory, by name; for everybody who is signed in.</summary>
public sealed class ListUnits(IScopeStore scopes)
{
    /// <param name="query">Which of them.</param>
    /// <param name="page">Which stretch.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Page<ScopeNode>> ExecuteAsync(ScopeQuery query, PageAsk page, CancellationToken ct)
    {
        var units = query with { Kind = ScopeKind.AdministrativeUnit };
        var found = await scopes.ListAsync(units, page, ct);
        return page.WantsTotal ? found with { Total = await scopes.CountAsync(units, ct) } : found;
    }
}
