using Regent.Api.OData;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Protocol;

/// <summary>Cuts the stretch that is wanted out of a list that is short enough to be had whole.</summary>
internal static class GraphPages
{
    /// <param name="asked">What is wanted.</param>
    /// <param name="all">The whole list, filtered and in its order.</param>
    /// <param name="idOf">The id of an item, which names its place in the list.</param>
    public static Page<T> Cut<T>(this ODataQuery asked, IReadOnlyList<T> all, Func<T, string> idOf)
    {
        var page = asked.Page(PageAsk.Largest);
        var start = page.After is { } after ? all.TakeWhile(item => idOf(item) != after).Count() + 1 : page.Skip;
        var items = all.Skip(start).Take(page.Size).ToList();
        return new Page<T>(items, start + items.Count < all.Count && items.Count > 0 ? idOf(items[^1]) : null)
        {
            Total = page.WantsTotal ? all.Count : null,
        };
    }
}
