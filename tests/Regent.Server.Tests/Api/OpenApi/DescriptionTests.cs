using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Regent.Api.Graph.Protocol;
using Regent.Server.Tests.Architecture;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.OpenApi;

/// <summary>The API describes itself to everybody, as it is.</summary>
public sealed partial class DescriptionTests(SampleServer server) : IClassFixture<SampleServer>
{
    private const string Address = "/openapi/v1.json";

    [Fact]
    public async Task It_is_a_valid_document()
    {
        var read = OpenApiDocument.Parse(await TextAsync(), "json");

        Violations.None(read.Diagnostic!.Errors.Concat(read.Diagnostic.Warnings).Select(error => $"{error.Pointer}: {error.Message}"));
        Assert.Equal(server.Address, read.Document!.Servers![0].Url);
        Assert.StartsWith(server.Address, $"{read.Document.Components!.SecuritySchemes!["person"].Flows!.AuthorizationCode!.TokenUrl}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_mapped_address_is_in_it_and_nothing_else()
    {
        var described = (await ReadAsync())["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Key}")).ToList();
        var mapped = Mapped().SelectMany(route => route.Methods.Select(method => $"{method} {route.Path}")).ToList();

        Assert.True(mapped.Count > 300, $"{mapped.Count}");
        Assert.Equal(mapped.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_reference_leads_somewhere()
    {
        var document = await ReadAsync();
        var broken = References(document).Where(reference => reference[2..].Split('/').Aggregate((JsonNode?)document, (at, step) => at?[step]) is null);

        Assert.Contains("#/components/schemas/microsoft.graph.user", References(document));
        Violations.None(broken.Distinct());
    }

    [Fact]
    public async Task Every_operation_says_what_it_reads_and_answers()
    {
        var silent =
            from operation in await OperationsAsync()
            let answers = operation.Node["responses"]!.AsObject().Where(answer => answer.Key.StartsWith('2')).ToList()
            let hasBody = operation.Node["requestBody"] is not null
            let isShown = answers.Exists(answer => answer.Value!["content"] is not null || answer.Key is "202" or "204")
            where !operation.Name.Contains("/photo/", StringComparison.Ordinal) && !Actions().IsMatch(operation.Name)
            where !isShown || hasBody != (operation.Method is "post" or "put" or "patch")
            select operation.Name;

        Violations.None(silent);
    }

    [Fact]
    public async Task Names_of_operations_are_their_own()
    {
        var names = (await OperationsAsync()).Select(operation => (string)operation.Node["operationId"]!).ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public async Task Every_operation_says_what_its_token_must_carry()
    {
        var operations = (await OperationsAsync()).ToDictionary(operation => operation.Name, operation => operation.Node);
        var wrong =
            from route in Mapped()
            from method in route.Methods
            let security = operations[$"{method} {route.Path}"]["security"]!.AsArray().SelectMany(one => one!.AsObject()).ToList()
            let needed = route.Endpoint.Metadata.GetMetadata<TokenPermission>()
            let said = security.Where(one => one.Key is "person" or "program").Select(one => $"{one.Key} {one.Value![0]}")
            let isOpen = route.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
            where security.Count == 0 != isOpen || needed is not null
                && !said.SequenceEqual(needed.Delegated.Select(name => $"person {name}").Concat(needed.Application.Select(name => $"program {name}")))
            select $"{method} {route.Path}";

        Violations.None(wrong);
    }

    [Fact]
    public async Task A_request_is_described_with_the_words_it_may_say()
    {
        var document = await ReadAsync();
        var body = document["components"]!["schemas"]!["graph.ScheduleRequestBody"]!["properties"]!;
        var policy = document["components"]!["schemas"]!["microsoft.graph.unifiedRoleManagementPolicyRule"]!;

        Assert.NotNull(body["justification"]);
        Assert.NotNull(body["scheduleInfo"]);
        Assert.Equal(5, policy["anyOf"]!.AsArray().Count);
        Assert.Contains("boolean", document["components"]!["schemas"]!["graph.RuleBody"]!["properties"]!["isEnabled"]!["type"]!.AsArray().Select(type => (string)type!));
    }

    private async Task<string> TextAsync()
    {
        using var nobody = new HttpClient { BaseAddress = new Uri(server.Address) };
        using var answer = await nobody.GetAsync(Address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<JsonObject> ReadAsync() => JsonNode.Parse(await TextAsync())!.AsObject();

    private async Task<IReadOnlyList<(string Method, string Name, JsonObject Node)>> OperationsAsync() =>
    [
        .. from path in (await ReadAsync())["paths"]!.AsObject()
           from operation in path.Value!.AsObject()
           select (operation.Key, $"{operation.Key.ToUpperInvariant()} {path.Key}", operation.Value!.AsObject()),
    ];

    private IEnumerable<(string Path, IReadOnlyList<string> Methods, RouteEndpoint Endpoint)> Mapped()
    {
        _ = server.Address;
        return from route in server.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
               let text = $"/{route.RoutePattern.RawText!.Trim('/')}".Replace("{**rest}", "{rest}", StringComparison.Ordinal)
               where OfApi().IsMatch(text)
               let path = text.Replace("/arm/{scope}/lookup/", "/", StringComparison.Ordinal)
                   .Replace("/arm/{scope}/", "/{scope}/providers/Microsoft.Authorization/", StringComparison.Ordinal)
               select (path, route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods, route);
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject parts => parts.SelectMany(part =>
            part.Key == "$ref" && part.Value?.GetValueKind() == JsonValueKind.String ? [(string)part.Value!] : References(part.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };

    [GeneratedRegex("^/(v1[.]0|beta|arm|api)(/|$)")]
    private static partial Regex OfApi();

    // These take no body, or answer with none.
    [GeneratedRegex("^POST .*/(cancel|[{]id[}]/(refresh|check|plan|start|pause|sweep|remove|ignore)|remediate)$|^DELETE .*/roleManagementPolic")]
    private static partial Regex Actions();
}
