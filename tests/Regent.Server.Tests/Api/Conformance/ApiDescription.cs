using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Regent.Server.Tests.Api.Conformance;

/// <summary>One of the published descriptions of the API that Regent speaks.</summary>
internal sealed class ApiDescription
{
    private readonly JsonObject document;

    private ApiDescription(string name)
    {
        using var stream = typeof(ApiDescription).Assembly.GetManifestResourceStream($"{name}.openapi.json")
            ?? throw new InvalidOperationException($"The description {name} is not part of the tests.");
        document = JsonNode.Parse(stream)!.AsObject();
        Operations =
        [
            .. document["paths"]!.AsObject()
                .SelectMany(path => path.Value!.AsObject().Where(member => Methods.Contains(member.Key)), (path, method) =>
                    new ApiOperation(name, method.Key.ToUpperInvariant(), path.Key, method.Value!.AsObject()))
                .OrderByDescending(operation => operation.Literals),
        ];
    }

    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];

    public static ApiDescription Graph { get; } = new("graph-pim");

    public static ApiDescription GraphBeta { get; } = new("graph-pim-beta");

    public static ApiDescription Arm { get; } = new("arm-pim");

    public static IReadOnlyList<ApiDescription> All { get; } = [Graph, GraphBeta, Arm];

    public IReadOnlyList<ApiOperation> Operations { get; }

    /// <summary>The operation at an address, and the description it is in; null when none speaks of it. Beta has all that v1.0 has.</summary>
    public static (ApiDescription Description, ApiOperation Operation)? Find(string method, string path)
    {
        var address = Bare(path);
        if (address.StartsWith("/v1.0/", StringComparison.OrdinalIgnoreCase))
        {
            return Graph.Among(method, address["/v1.0".Length..]);
        }

        if (address.StartsWith("/beta/", StringComparison.OrdinalIgnoreCase))
        {
            return GraphBeta.Among(method, address["/beta".Length..]) ?? Graph.Among(method, address["/beta".Length..]);
        }

        return address.Contains("/providers/Microsoft.Authorization/", StringComparison.OrdinalIgnoreCase) ? Arm.Among(method, address) : null;
    }

    /// <summary>All operations that an address is an example of. Azure Resource Manager describes one at several kinds of scope.</summary>
    public IEnumerable<ApiOperation> Same(ApiOperation operation, string path) => this == Arm
        ? Operations.Where(other => other.Method == operation.Method && other.IsAt(Bare(path)))
        : [operation];

    /// <summary>Follows references until there is something to read.</summary>
    public JsonObject Resolve(JsonNode schema)
    {
        var found = schema.AsObject();
        while (found["$ref"] is { } reference)
        {
            found = ((string)reference!).Split('/').Skip(1).Aggregate((JsonNode)document, (at, part) => at[part]!).AsObject();
        }

        return found;
    }

    private static string Bare(string path) =>
        Regex.Replace(Regex.Replace(path, "/{2,}", "/"), "microsoft.graph.(?=filterBy)", "", RegexOptions.IgnoreCase).TrimEnd('/');

    private (ApiDescription, ApiOperation)? Among(string method, string address) =>
        Operations.FirstOrDefault(operation => operation.Method == method && operation.IsAt(address)) is { } found ? (this, found) : null;
}
