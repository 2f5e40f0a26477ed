using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Alerts;
using Regent.Operations;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Alerts;

/// <summary>Somebody of the sample asking about alerts.</summary>
internal sealed class AlertClient(HttpClient http, Guid tenant)
{
    public const string Root = "/beta/identityGovernance/roleManagementAlerts";
    public const string Scope = "$filter=scopeId eq '/' and scopeType eq 'DirectoryRole'";
    public const string Alerts = $"{Root}/alerts";
    public const string Configurations = $"{Root}/alertConfigurations";
    public const string Definitions = $"{Root}/alertDefinitions";

    public static async Task<AlertClient> OfAsync(SampleServer server, string name) =>
        new(await server.ApiAsync(name), server.Services.GetRequiredService<Tenant>().Id);

    public string Id(AlertKind kind) => $"DirectoryRole_{tenant:D}_{kind}Alert";

    public async Task<JsonObject> GetAsync(string path, HttpStatusCode status = HttpStatusCode.OK) =>
        await ReadAsync(await http.GetAsync(path, TestContext.Current.CancellationToken), status);

    public Task<string> TextAsync(string path) => http.GetStringAsync(path, TestContext.Current.CancellationToken);

    public async Task<JsonObject> AlertAsync(AlertKind kind) => await GetAsync($"{Alerts}/{Id(kind)}?$expand=alertIncidents");

    public async Task<JsonObject> PatchAsync(string path, object body, HttpStatusCode status = HttpStatusCode.NoContent) =>
        await ReadAsync(await http.PatchAsJsonAsync(path, body, TestContext.Current.CancellationToken), status);

    /// <summary>Has something done, and asks what came of it.</summary>
    public async Task<JsonObject> DoneAsync(string path, object? body = null)
    {
        using var response = await PostAsync(path, body);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return await GetAsync(response.Headers.Location!.ToString());
    }

    public async Task<JsonObject> RefusedAsync(string path, HttpStatusCode status, object? body = null) => await ReadAsync(await PostAsync(path, body), status);

    /// <summary>Has every alert scanned.</summary>
    public Task<JsonObject> ScanAsync() => DoneAsync($"{Alerts}/refresh", new { scopeId = "/", scopeType = "DirectoryRole" });

    private Task<HttpResponseMessage> PostAsync(string path, object? body) =>
        http.PostAsync(path, body is null ? null : JsonContent.Create(body), TestContext.Current.CancellationToken);

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(response.StatusCode == status, $"{(int)response.StatusCode} instead of {(int)status}: {text}");
            return text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject();
        }
    }
}
