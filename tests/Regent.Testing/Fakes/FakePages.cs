using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

internal static class FakePages
{
    /// <summary>Cuts one stretch out of an ordered list; what continues it names the last item.</summary>
    public static Page<T> Cut<T>(this IEnumerable<T> ordered, PageAsk ask, Func<T, Guid> id) =>
        ordered.Cut(ask, item => id(item).ToString("N"));

    public static Page<T> Cut<T>(this IEnumerable<T> ordered, PageAsk ask, Func<T, string> id)
    {
        var all = ordered.ToList();
        var start = all.FindIndex(item => id(item) == ask.After) + 1 + ask.Skip;
        var items = all.Skip(start).Take(ask.Size).ToList();
        return new Page<T>(items, start + items.Count < all.Count ? id(items[^1]) : null);
    }
}
