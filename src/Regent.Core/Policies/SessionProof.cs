namespace Regent.Core.Policies;

/// <summary>How well a session proves who is in it, at the moment of an ask. It is kept with the request, and later judgements go by it.</summary>
/// <param name="HasFreshMfa">Whether a second factor was given lately.</param>
/// <param name="Contexts">The authentication contexts it meets, such as <c>c1</c>.</param>
public sealed record SessionProof(bool HasFreshMfa, IReadOnlyList<string> Contexts)
{
    /// <summary>A password, or a token, alone.</summary>
    public static SessionProof None { get; } = new(HasFreshMfa: false, []);

    public bool Equals(SessionProof? other) =>
        other is not null && HasFreshMfa == other.HasFreshMfa && Contexts.SequenceEqual(other.Contexts);

    public override int GetHashCode() => HashCode.Combine(HasFreshMfa, Contexts.Count);
}
