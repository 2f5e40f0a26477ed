namespace Regent.Core;

/// <summary>What a rule found: what is so, the facts it went by, and what would make it pass.</summary>
/// <param name="Explanation">What is so, in a sentence.</param>
/// <param name="Remedy">What would make it pass, in a sentence; null when it passed.</param>
/// <param name="Facts">What it went by, in the order it did.</param>
public sealed record Finding(string Explanation, string? Remedy, IReadOnlyList<RuleFact> Facts)
{
    /// <summary>What is so and what would help, for the person who asked.</summary>
    public string Message => Remedy is null ? Explanation : $"{Explanation} {Remedy}";

    public bool Equals(Finding? other) =>
        other is not null && (Explanation, Remedy) == (other.Explanation, other.Remedy) && Facts.SequenceEqual(other.Facts);

    public override int GetHashCode() => HashCode.Combine(Explanation, Remedy);
}
