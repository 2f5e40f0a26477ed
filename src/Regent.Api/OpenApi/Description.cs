using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Regent.Api.OpenApi;

/// <summary>The description of the API, in the words of OpenAPI: of all that is mapped, as it is mapped, for everybody.</summary>
internal sealed class Description
{
    /// <summary>Where it is.</summary>
    public const string Address = "/openapi/v1.json";

    private readonly TokenPlaces tokens;
    private Parts? made;

    private Description(TokenPlaces tokens) => this.tokens = tokens;

    public static void Map(IEndpointRouteBuilder api, TokenPlaces tokens) =>
        api.MapMethods(Address, [HttpMethods.Get, HttpMethods.Head], new Description(tokens).Answer).AllowAnonymous();

    // Made when it is first wanted, after everything was mapped; what two make at once is the same.
    private IResult Answer(HttpRequest request, EndpointDataSource endpoints) => Results.Bytes(
        Write($"{request.Scheme}://{request.Host}{request.PathBase}", made ??= Make(endpoints)), "application/json");

    private byte[] Write(string root, Parts parts)
    {
        using var written = new MemoryStream();
        using (var writer = new Utf8JsonWriter(written))
        {
            writer.WriteStartObject();
            writer.WriteString("openapi", "3.1.1");
            WriteNode(writer, "info", new JsonObject
            {
                ["title"] = "Regent",
                ["version"] = "v1",
                ["description"] = "Privileged identity management in the shapes of Microsoft Graph and of Azure Resource Manager, and the systems in which access lands.",
            });
            WriteNode(writer, "servers", new JsonArray(new JsonObject { ["url"] = root, ["description"] = "This server" }));
            writer.WritePropertyName("paths");
            writer.WriteRawValue(parts.Paths, skipInputValidation: true);
            var components = parts.Components.DeepClone().AsObject();
            components["securitySchemes"] = OperationSecurity.Schemes(root, tokens);
            WriteNode(writer, "components", components);
            writer.WriteEndObject();
        }

        return written.ToArray();
    }

    private static void WriteNode(Utf8JsonWriter writer, string name, JsonNode node)
    {
        writer.WritePropertyName(name);
        node.WriteTo(writer);
    }

    private static Parts Make(EndpointDataSource endpoints)
    {
        var schemas = new ContractSchemas();
        var paths = new JsonObject();
        foreach (var route in endpoints.Endpoints.Select(DescribedRoute.Of).OfType<DescribedRoute>().OrderBy(route => route.Path, StringComparer.Ordinal))
        {
            var item = paths[route.Path]?.AsObject() ?? [];
            foreach (var method in route.Methods)
            {
                item[method.ToLowerInvariant()] = new DescribedOperation(schemas, route, method).ToJson();
            }

            paths[route.Path] = item;
        }

        ErrorShapes.AddTo(schemas.Components);
        return new Parts(JsonSerializer.SerializeToUtf8Bytes(paths), new JsonObject
        {
            ["schemas"] = schemas.Components,
            ["parameters"] = OperationParameters.Components(),
            ["responses"] = ErrorShapes.Answers(),
        });
    }

    private sealed record Parts(byte[] Paths, JsonObject Components);
}
