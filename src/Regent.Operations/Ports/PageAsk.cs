namespace Regent.Operations.Ports;

/// <summary>Which stretch of a list is wanted.</summary>
public sealed record PageAsk
{
    /// <summary>The largest stretch, in items.</summary>
    public const int Largest = 1000;

    /// <param name="size">How many items, 1 to <see cref="Largest"/>; anything beyond is brought into that range.</param>
    /// <param name="after">The <see cref="Page{T}.Next"/> of the stretch before; null for the first. One that cannot be read is the first.</param>
    public PageAsk(int size = 50, string? after = null)
    {
        Size = Math.Clamp(size, 1, Largest);
        After = after;
    }

    public int Size { get; }

    public string? After { get; }

    /// <summary>How many items to leave out before the stretch begins, 0 or more. Costs as much as reading them.</summary>
    public int Skip { get; init; }

    /// <summary>Whether the length of the whole list is wanted as well. Operations that cannot tell leave it out.</summary>
    public bool WantsTotal { get; init; }
}
