using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Regent.Api.Graph.Protocol;

namespace Regent.Api.Graph.Batch;

/// <summary>What came of one request of a batch.</summary>
/// <param name="Id">What its sender calls the request.</param>
/// <param name="Status">The status.</param>
/// <param name="Headers">The headers that say something of this answer.</param>
/// <param name="Body">The body; null when there is none.</param>
internal sealed record BatchAnswer(string Id, int Status, IReadOnlyDictionary<string, string> Headers, JsonNode? Body)
{
    private static readonly string[] Told =
    [
        "Content-Type", "Location", "Retry-After", "WWW-Authenticate", "Preference-Applied", "ETag", "request-id", "client-request-id",
        "OData-Version", "Cache-Control",
    ];

    [JsonIgnore]
    public bool IsGood => Status < StatusCodes.Status400BadRequest;

    /// <summary>The answer that was written.</summary>
    public static BatchAnswer Of(string id, HttpResponse response, byte[] content) => new(
        id, response.StatusCode,
        Told.Where(response.Headers.ContainsKey).ToDictionary(name => name, name => response.Headers[name].ToString()),
        content.Length == 0 ? null : Read(response.ContentType, content));

    /// <summary>The answer to a request that was not tried.</summary>
    /// <param name="id">What its sender calls the request.</param>
    /// <param name="error">Why it was not.</param>
    public static BatchAnswer Of(string id, GraphError error) => new(
        id, error.Status, new Dictionary<string, string> { ["Content-Type"] = BatchedRequest.Json },
        new JsonObject { ["error"] = new JsonObject { ["code"] = error.Code, ["message"] = error.Message } });

    public JsonObject ToJson()
    {
        var headers = new JsonObject();
        foreach (var (name, value) in Headers)
        {
            headers[name] = value;
        }

        var answer = new JsonObject { ["id"] = Id, ["status"] = Status, ["headers"] = headers };
        if (Body is not null)
        {
            answer["body"] = Body;
        }

        return answer;
    }

    // What is no JSON cannot stand in JSON, and goes in base 64.
    private static JsonNode? Read(string? type, byte[] content) =>
        type?.Contains("json", StringComparison.OrdinalIgnoreCase) == true ? JsonNode.Parse(content) : Convert.ToBase64String(content);
}
