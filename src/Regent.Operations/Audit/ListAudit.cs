using Regent.Core;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Audit;

/// <summary>The record: everything for readers, and for everybody what they did or what was done to them.</summary>
public sealed class ListAudit(IAuditLog audit, Authorities authorities, TimeProvider clock)
{
    /// <param name="caller">Who asks.</param>
    /// <param name="query">Which entries. Who is no reader may only ask for what involves themselves.</param>
    /// <param name="page">Which stretch.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<Page<AuditListing>>> ExecuteAsync(Caller caller, AuditQuery query, PageAsk page, CancellationToken ct)
    {
        var allowed = query.Involving == caller.Id || (await authorities.OfAsync(caller, clock.GetUtcNow(), ct)).MayRead;
        if (!allowed)
        {
            return Refusals.MayNotRead;
        }

        var found = await audit.ListAsync(query, page, ct);
        return page.WantsTotal ? found with { Total = await audit.CountAsync(query, ct) } : found;
    }
}
