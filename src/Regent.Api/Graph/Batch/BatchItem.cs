using System.Text.Json;
using Regent.Api.OData;

namespace Regent.Api.Graph.Batch;

/// <summary>One request of a batch as its sender wrote it.</summary>
internal sealed record BatchItem(
    string? Id, string? Method, string? Url, IReadOnlyDictionary<string, string?>? Headers, JsonElement? Body,
    IReadOnlyList<string?>? DependsOn, string? AtomicityGroup)
{
    private static readonly string[] Methods = ["GET", "POST", "PATCH", "PUT", "DELETE"];

    /// <summary>The request, or what is wrong with it.</summary>
    /// <param name="place">Where it stands in the body.</param>
    public Reading<BatchedRequest> Read(string place)
    {
        if (string.IsNullOrEmpty(Id))
        {
            return Wrong("id", "Every request of a batch has an 'id' of its own.");
        }

        if (Method is null || !Methods.Contains(Method, StringComparer.OrdinalIgnoreCase))
        {
            return Wrong("method", $"'method' must be one of {string.Join(", ", Methods)}.");
        }

        if (string.IsNullOrWhiteSpace(Url) || IsElsewhere(Url))
        {
            return Wrong("url", "'url' must be an address below the version, such as '/me'.");
        }

        if (AtomicityGroup is not null)
        {
            return Wrong("atomicityGroup", "The requests of a batch are carried out one by one; none of them can be undone with another.");
        }

        return Headers?.Keys.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? Wrong("headers", $"The header '{twice.Key}' is given more than once.")
            : Whole(Id, Method, Url);

        Flaw Wrong(string member, string message) => new(FlawKind.Body, message) { Target = $"{place}.{member}" };
    }

    private BatchedRequest Whole(string id, string method, string url) => new(id, method.ToUpperInvariant(), url.Trim())
    {
        Headers = (Headers ?? new Dictionary<string, string?>())
            .ToDictionary(header => header.Key, header => header.Value ?? "", StringComparer.OrdinalIgnoreCase),
        Body = Body is { ValueKind: not JsonValueKind.Null } body ? body : null,
        After = [.. (DependsOn ?? []).OfType<string>().Distinct()],
    };

    // A null character is in no address.
    private static bool IsElsewhere(string url) => url.Contains("://", StringComparison.Ordinal) || url.StartsWith("//", StringComparison.Ordinal)
        || url.Contains("%00", StringComparison.Ordinal);
}
