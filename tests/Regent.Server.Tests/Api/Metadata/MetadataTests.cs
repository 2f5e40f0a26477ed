using System.Net;
using System.Text.Json.Nodes;
using System.Xml;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Validation;
using Regent.Api.Graph.Metadata;
using Regent.Api.Graph.Protocol;
using Regent.Server.Tests.Architecture;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Metadata;

/// <summary>The schema tells all there is, to everybody.</summary>
public sealed class MetadataTests(SampleServer server) : IClassFixture<SampleServer>
{
    // No part of the schema: pictures there are none of.
    private static readonly string[] Outside = ["photo"];

    [Theory]
    [InlineData("/v1.0/$metadata")]
    [InlineData("/beta/$metadata?$format=application/xml")]
    public async Task The_schema_can_be_read(string address)
    {
        var model = await ReadAsync(address);

        Assert.True(model.Validate(out var errors), string.Join("\n", errors));
        Assert.Equal("microsoft.graph.directoryObject", ((IEdmEntityType)model.FindDeclaredType("microsoft.graph.user")).BaseEntityType().FullTypeName());
        Assert.Equal(
            ["success", "failure", "timeout"],
            ((IEdmEnumType)model.FindDeclaredType("microsoft.graph.operationResult")).Members.Select(member => member.Name));
        Assert.Contains(
            model.FindDeclaredBoundOperations("microsoft.graph.getByIds", new EdmCollectionType(new EdmEntityTypeReference(
                (IEdmEntityType)model.FindDeclaredType("microsoft.graph.directoryObject"), isNullable: true))),
            operation => operation is IEdmAction);
    }

    [Fact]
    public async Task Every_contract_is_in_it_with_all_its_members()
    {
        var model = await ReadAsync("/v1.0/$metadata");
        var missing =
            from contract in GraphSchema.Contracts
            let type = model.FindDeclaredType($"microsoft.graph.{SchemaNames.Of(contract)}") as IEdmEntityType
            from member in GraphJson.Options.GetTypeInfo(contract).Properties.Select(member => member.Name).Where(name => !name.StartsWith('@'))
            where type?.FindProperty(member) is null
            select $"{contract.Name}.{member}";

        Assert.True(GraphSchema.Contracts.Count > 10);
        Violations.None(missing);
    }

    [Fact]
    public void Every_list_has_its_place()
    {
        var routes = server.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(route => $"{route.RoutePattern.RawText}".Trim('/')).Where(path => path.StartsWith("v1.0/", StringComparison.Ordinal));

        Violations.None(routes.Where(route => !IsPlaced(route["v1.0/".Length..].Split('/'))).Distinct());
    }

    [Fact]
    public async Task It_is_told_as_json_to_who_asks()
    {
        using var http = new HttpClient { BaseAddress = new Uri(server.Address) };
        http.DefaultRequestHeaders.Add("Accept", "application/json");

        var schema = JsonNode.Parse(await http.GetStringAsync("/v1.0/$metadata", TestContext.Current.CancellationToken))!;

        Assert.Equal("EnumType", (string?)schema["microsoft.graph"]!["operationResult"]!["$Kind"]);
        Assert.StartsWith("<?xml", await http.GetStringAsync("/v1.0/$metadata?$format=xml", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_there_is_is_listed()
    {
        using var http = new HttpClient { BaseAddress = new Uri(server.Address) };

        var service = JsonNode.Parse(await http.GetStringAsync("/beta/", TestContext.Current.CancellationToken))!;

        Assert.Equal($"{server.Address}/beta/$metadata", (string?)service["@odata.context"]);
        var listed = service["value"]!.AsArray().ToDictionary(one => (string)one!["name"]!, one => (string)one!["kind"]!);
        Assert.Equal(("EntitySet", "Singleton", "Singleton"), (listed["users"], listed["me"], listed["roleManagement"]));
        using var changed = await http.PostAsync("/v1.0/$metadata", content: null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, changed.StatusCode);
    }

    private static bool IsPlaced(string[] parts)
    {
        var container = GraphSchema.Model.EntityContainer;
        if (parts[0].StartsWith('$') || parts[0].Length == 0 || Outside.Intersect(parts).Any())
        {
            return true;
        }

        var at = container.FindEntitySet(NameOf(parts[0]))?.EntityType ?? container.FindSingleton(NameOf(parts[0]))?.EntityType;
        foreach (var part in parts.Skip(1).TakeWhile(part => !part.StartsWith('$')))
        {
            if (at is null || IsOperation(part))
            {
                break;
            }

            at = part.StartsWith('{') ? at : (at.FindProperty(NameOf(part)) as IEdmNavigationProperty)?.ToEntityType();
        }

        return at is not null;
    }

    private static bool IsOperation(string part) => part.Contains('(', StringComparison.Ordinal) || part.StartsWith("microsoft.graph.", StringComparison.Ordinal)
        || GraphSchema.Model.SchemaElements.OfType<IEdmOperation>().Any(operation => operation.Name == part);

    private static string NameOf(string part) => part.Split('(')[0];

    private async Task<IEdmModel> ReadAsync(string address)
    {
        using var http = new HttpClient { BaseAddress = new Uri(server.Address) };
        using var reader = XmlReader.Create(new StringReader(await http.GetStringAsync(address, TestContext.Current.CancellationToken)));
        Assert.True(CsdlReader.TryParse(reader, out var model, out var errors), string.Join("\n", errors));
        return model;
    }
}
