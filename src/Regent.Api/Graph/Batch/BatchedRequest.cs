using System.Text;
using System.Text.Json;

namespace Regent.Api.Graph.Batch;

/// <summary>One request of a batch.</summary>
/// <param name="Id">What its sender calls it.</param>
/// <param name="Method">In capitals.</param>
/// <param name="Url">The address, with or without a slash or the version before it.</param>
internal sealed record BatchedRequest(string Id, string Method, string Url)
{
    public const string Json = "application/json";

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required JsonElement? Body { get; init; }

    /// <summary>The requests that must have gone well before.</summary>
    public required IReadOnlyList<string> After { get; init; }

    /// <summary>What its body is announced as.</summary>
    public string ContentType => Headers.TryGetValue("Content-Type", out var type) && type.Length > 0 ? type : Json;

    /// <summary>The body as it would have come alone. What is no JSON is written in base 64.</summary>
    public byte[] Content()
    {
        if (Body is not { } body)
        {
            return [];
        }

        return !ContentType.Contains("json", StringComparison.OrdinalIgnoreCase) && body.ValueKind == JsonValueKind.String
            && body.TryGetBytesFromBase64(out var bytes)
                ? bytes
                : Encoding.UTF8.GetBytes(body.GetRawText());
    }
}
