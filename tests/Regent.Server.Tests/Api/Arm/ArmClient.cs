using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Arm;

/// <summary>Somebody's program that speaks to Azure Resource Manager: with a token and a version, and sees nothing but answers.</summary>
internal sealed class ArmClient(HttpClient http, Principal person)
{
    public const string Shop = "/subscriptions/5a1e0000-0000-4000-8000-000000000001";
    public const string Web = $"{Shop}/resourceGroups/rg-web";
    public const string Lab = "/subscriptions/5a1e0000-0000-4000-8000-000000000002";
    public const string Company = "/providers/Microsoft.Management/managementGroups/regent-example";
    public const string Provider = "/providers/Microsoft.Authorization";

    public string Id => person.Id.ToString();

    public HttpClient Http => http;

    /// <summary>The headers of the last answer.</summary>
    public HttpResponseMessage? Last { get; private set; }

    public static async Task<ArmClient> OfAsync(SampleServer server, string name) =>
        new(await server.ApiAsync(name), await server.PersonAsync(name));

    public static string Role(string name) => ResourceRoles.BuiltIn.Single(role => role.DisplayName == name).Id.ToString();

    /// <summary>A role as it is named at the web shop.</summary>
    public static string RoleId(string name) => $"{Shop}{Provider}/roleDefinitions/{Role(name)}";

    /// <summary>The address of something asked of a scope.</summary>
    public static string At(string scope, string rest, string? filter = null, string? version = null)
    {
        var spoken = version ?? VersionOf(rest);
        return $"{scope}{Provider}/{rest}{(rest.Contains('?', StringComparison.Ordinal) ? '&' : '?')}api-version={spoken}"
            + (filter is null ? "" : $"&$filter={Uri.EscapeDataString(filter)}");
    }

    /// <summary>A name for a request.</summary>
    public static string NewName() => Regent.Testing.Make.NewId().ToString();

    /// <summary>What is asked about a role at the web shop.</summary>
    public static JsonObject Ask(string type, string principal, string role, string? duration = null) => new()
    {
        ["properties"] = new JsonObject
        {
            ["principalId"] = principal,
            ["roleDefinitionId"] = RoleId(role),
            ["requestType"] = type,
            ["justification"] = "A shop window is dark.",
            ["scheduleInfo"] = new JsonObject
            {
                ["expiration"] = new JsonObject { ["type"] = duration is null ? "NoExpiration" : "AfterDuration", ["duration"] = duration },
            },
        },
    };

    public JsonObject Activation(string role = "Contributor", string duration = "PT2H") => Ask("SelfActivate", Id, role, duration);

    public Task<JsonObject> GetAsync(string address, HttpStatusCode status = HttpStatusCode.OK) => SendAsync(HttpMethod.Get, address, body: null, status);

    public async Task<JsonArray> ListAsync(string address) => (await GetAsync(address))["value"]!.AsArray();

    public Task<JsonObject> PutAsync(string address, JsonNode body, HttpStatusCode status = HttpStatusCode.Created) =>
        SendAsync(HttpMethod.Put, address, body.ToJsonString(), status);

    public Task<JsonObject> PatchAsync(string address, JsonNode body, HttpStatusCode status = HttpStatusCode.OK) =>
        SendAsync(HttpMethod.Patch, address, body.ToJsonString(), status);

    public Task<JsonObject> PostAsync(string address, JsonNode? body, HttpStatusCode status = HttpStatusCode.OK) =>
        SendAsync(HttpMethod.Post, address, body?.ToJsonString(), status);

    public Task<JsonObject> DeleteAsync(string address, HttpStatusCode status = HttpStatusCode.OK) =>
        SendAsync(HttpMethod.Delete, address, body: null, status);

    public async Task<JsonObject> SendAsync(HttpMethod method, string address, string? body, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        Last = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await Last.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(Last.StatusCode == status, $"{method} {address}: {(int)Last.StatusCode} instead of {(int)status}: {text}");
        return text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject();
    }

    public static string Code(JsonObject body) => (string)body["error"]!["code"]!;

    public static string? Target(JsonObject body) => (string?)body["error"]!["target"];

    private static string VersionOf(string rest) => rest.Split('/', '?')[0].ToUpperInvariant() switch
    {
        "ROLEASSIGNMENTS" or "ROLEDEFINITIONS" => "2022-04-01",
        "ROLEASSIGNMENTAPPROVALS" => "2021-01-01-preview",
        _ => "2020-10-01",
    };
}
