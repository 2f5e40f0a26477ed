using System.Diagnostics;

namespace Regent.Api.OData;

/// <summary>What came of reading a part of a request: its value, or what is wrong with it.</summary>
internal abstract record Reading<T>
{
    private Reading()
    {
    }

    public sealed record Good(T Value) : Reading<T>;

    public sealed record Bad(Flaw Flaw) : Reading<T>;

    public static implicit operator Reading<T>(T value) => new Good(value);

    public static implicit operator Reading<T>(Flaw flaw) => new Bad(flaw);

    /// <summary>Reads on from the value.</summary>
    public Reading<TNext> Then<TNext>(Func<T, Reading<TNext>> next) => this switch
    {
        Good(var value) => next(value),
        Bad(var flaw) => flaw,
        _ => throw new UnreachableException(),
    };
}
