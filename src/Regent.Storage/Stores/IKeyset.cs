using Regent.Operations.Ports;

namespace Regent.Storage.Stores;

/// <summary>An order that a list can be cut into stretches by.</summary>
internal interface IKeyset<TRow>
{
    Task<Page<TItem>> PageAsync<TItem>(IQueryable<TRow> rows, PageAsk page, Func<TRow, TItem> item, CancellationToken ct);
}
