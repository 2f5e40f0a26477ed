using Regent.Api.OData;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Protocol;

/// <summary>Cuts stretches out of lists that are short enough to be had whole.</summary>
internal static class ShortLists
{
    /// <param name="all">The list in its usual order.</param>
    /// <param name="asked">Which stretch, and whether backwards.</param>
    /// <param name="id">What an item is told by.</param>
    /// <param name="usual">How many items a stretch has when that is not said.</param>
    public static Page<T> Cut<T>(this IEnumerable<T> all, ODataQuery asked, Func<T, string> id, int usual = PageAsk.Largest)
    {
        var page = asked.Page(usual);
        var ordered = (asked.Order?.Descending == true ? all.Reverse() : all).ToList();
        var start = Math.Min(ordered.FindIndex(item => id(item) == page.After) + 1 + page.Skip, ordered.Count);
        var items = ordered.Skip(start).Take(page.Size).ToList();
        return new Page<T>(items, start + items.Count < ordered.Count ? id(items[^1]) : null)
        {
            Total = page.WantsTotal ? ordered.Count : null,
        };
    }
}
