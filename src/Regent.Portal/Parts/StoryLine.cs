namespace Regent.Portal.Parts;

/// <summary>One step of a request's story in words.</summary>
/// <param name="Title">What happened.</param>
/// <param name="Of">How it went.</param>
/// <param name="At">When; null for what is still to come.</param>
/// <param name="Said">The words given with it.</param>
public sealed record StoryLine(string Title, Meaning Of, DateTimeOffset? At, string? Said)
{
    /// <summary>Whether the second counts.</summary>
    public bool IsExact { get; init; }
}
