using Regent.Core.Principals;
using Regent.Operations.Ports;

namespace Regent.Operations.Principals;

/// <summary>Lists principals by exact criteria, or by what ties them to a group or a role; for everybody who is signed in.</summary>
public sealed class ListPrincipals(IDirectory directory, TimeProvider clock)
{
    /// <param name="query">Which of them.</param>
    /// <param name="page">Which stretch.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Page<Principal>> ExecuteAsync(PrincipalQuery query, PageAsk page, CancellationToken ct)
    {
        var now = query with { At = clock.GetUtcNow() };
        var found = await directory.ListAsync(now, page, ct);
        return page.WantsTotal ? found with { Total = await directory.CountAsync(now, ct) } : found;
    }
}
