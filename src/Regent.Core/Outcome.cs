namespace Regent.Core;

/// <summary>What came of an act: done with its result, or an expected no with every reason for it.</summary>
public abstract record Outcome<T>
{
    private Outcome()
    {
    }

    /// <summary>The act was carried out.</summary>
    public sealed record Done(T Value) : Outcome<T>;

    /// <summary>The act was refused and nothing was changed. There is at least one reason.</summary>
    public sealed record Refused(IReadOnlyList<Refusal> Reasons) : Outcome<T>;

    public static implicit operator Outcome<T>(T value) => new Done(value);

    public static implicit operator Outcome<T>(Refusal reason) => new Refused([reason]);

    public static implicit operator Outcome<T>(Refusal[] reasons) => new Refused(reasons);
}
