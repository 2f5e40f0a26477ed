namespace Regent.Server.Tests.Api.Fuzz;

/// <summary>Chance that falls the same way on every run.</summary>
internal sealed class Dice(uint seed)
{
    private uint state = seed;

    /// <summary>A number from 0 up to, but not including, this one.</summary>
    public int Below(int sides)
    {
        state = (state * 1664525) + 1013904223;
        return (int)(state / 65536 % (uint)sides);
    }

    public bool Once(int outOf) => Below(outOf) == 0;

    public T Among<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];
}
