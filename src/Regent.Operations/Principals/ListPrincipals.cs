using Regent.Core.Principals;
using Regent.Operations.Ports;

namespace Regent.Operations.Principals;

/// <summary>Lists users or groups by exact criteria; for everybody who is signed in.</summary>
public sealed class ListPrincipals(IDirectory directory)
{
    /// <param name="query">Which of them.</param>
    /// <param name="page">Which stretch.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Page<Principal>> ExecuteAsync(PrincipalQuery query, PageAsk page, CancellationToken ct)
    {
        var found = await directory.ListAsync(query, page, ct);
        return page.WantsTotal ? found with { Total = await directory.CountAsync(query, ct) } : found;
    }
}
