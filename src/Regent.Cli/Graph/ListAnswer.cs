using System.Text.Json.Serialization;

namespace Regent.Cli.Graph;

/// <summary>One stretch of a list.</summary>
internal sealed record ListAnswer<T>(IReadOnlyList<T> Value, [property: JsonPropertyName("@odata.nextLink")] string? NextLink);
