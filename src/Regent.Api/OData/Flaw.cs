namespace Regent.Api.OData;

/// <summary>Why a request cannot be read.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Message">A sentence for the person who wrote the request.</param>
internal sealed record Flaw(FlawKind Kind, string Message)
{
    /// <summary>The member of the body, or the query option, that is wrong.</summary>
    public string? Target { get; init; }
}
