using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.OData.Edm;
using Regent.Api.Graph.Protocol;

namespace Regent.Api.Graph.Metadata;

/// <summary>The schema and the list of what there is, for everybody: they tell nothing of the organisation.</summary>
internal static class Schemas
{
    public static void Map(IEndpointRouteBuilder graph)
    {
        graph.MapGet("", GetService).AllowAnonymous();
        graph.MapGet("$metadata", GetSchema).AllowAnonymous();
    }

    private static IResult GetSchema(HttpRequest request) => WantsJson(request)
        ? Results.Bytes(SchemaDocument.Json, "application/json")
        : Results.Bytes(SchemaDocument.Xml, "application/xml");

    private static IResult GetService(HttpRequest request)
    {
        var elements = GraphSchema.Model.EntityContainer.Elements.Select(element => (JsonNode)new JsonObject
        {
            ["name"] = element.Name,
            ["kind"] = element.ContainerElementKind == EdmContainerElementKind.Singleton ? "Singleton" : "EntitySet",
            ["url"] = element.Name,
        });
        return GraphAnswers.Whole(new JsonObject
        {
            ["@odata.context"] = $"{GraphCall.RootOf(request)}/$metadata",
            ["value"] = new JsonArray([.. elements]),
        });
    }

    private static bool WantsJson(HttpRequest request)
    {
        var format = request.Query["$format"].ToString();
        var wanted = format.Length > 0 ? format : request.Headers.Accept.ToString();
        return wanted.Contains("json", StringComparison.OrdinalIgnoreCase) && !wanted.Contains("xml", StringComparison.OrdinalIgnoreCase);
    }
}
