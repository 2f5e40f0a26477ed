using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

internal static class FakePages
{
    /// <summary>Cuts one stretch out of an ordered list; what continues it names the last item.</summary>
    public static Page<T> Cut<T>(this IEnumerable<T> ordered, PageAsk ask, Func<T, Guid> id)
    {
        var all = ordered.ToList();
        var start = Guid.TryParseExact(ask.After, "N", out var last) ? all.FindIndex(item => id(item) == last) + 1 : 0;
        var items = all.Skip(start).Take(ask.Size).ToList();
        return new Page<T>(items, start + items.Count < all.Count ? id(items[^1]).ToString("N") : null);
    }
}
