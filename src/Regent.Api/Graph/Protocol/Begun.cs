using System.Collections;

namespace Regent.Api.Graph.Protocol;

/// <summary>Related items that are too many to be shown with their item: the first of them, and the address of the others.</summary>
internal interface IBegun
{
    /// <summary>Where the others are; null when these are all.</summary>
    string? Next { get; }
}

/// <inheritdoc cref="IBegun"/>
internal sealed class Begun<T>(IReadOnlyList<T> items, string? next) : IReadOnlyList<T>, IBegun
{
    public string? Next => next;

    public int Count => items.Count;

    public T this[int index] => items[index];

    public IEnumerator<T> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
