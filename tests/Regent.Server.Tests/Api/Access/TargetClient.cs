using System.Net;
using System.Text.Json.Nodes;

namespace Regent.Server.Tests.Api.Access;

/// <summary>An administrator's program that sets up targets. An SSH authority is one that needs no server.</summary>
internal sealed class TargetClient(ApiClient api)
{
    public const string Targets = "/api/targets";
    public const string Ledger = "/api/ledger";

    /// <summary>A public key of somebody.</summary>
    public const string PublicKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKKycQe+ki3ZIjDUVbfkw2dV2ZM0KwPLUICC3x3RlBC7 alan@desk";

    /// <summary>What calls are signed with.</summary>
    public const string WebhookSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqrTwjUPD8ILPZI";

    public ApiClient Api => api;

    public static async Task<TargetClient> OfAsync(QuietServer server, string name) => new(await ApiClient.OfAsync(server, name));

    public static JsonObject Ssh(string name) => new()
    {
        ["name"] = name,
        ["kind"] = "ssh",
        ["accounts"] = "{name}",
        ["settings"] = new JsonObject { ["maxHours"] = 4 },
    };

    /// <summary>A system that is told by signed calls.</summary>
    public static JsonObject Webhook(string name, string url) => new()
    {
        ["name"] = name,
        ["kind"] = "webhook",
        ["accounts"] = "{name}",
        ["settings"] = new JsonObject { ["url"] = url, ["secret"] = WebhookSecret },
    };

    public static JsonObject Mapping(string role, params string[] entitlements) => new()
    {
        ["roleDefinitionId"] = ApiClient.Role(role),
        ["entitlements"] = new JsonArray([.. entitlements.Select(one => JsonValue.Create(one))]),
    };

    /// <summary>Adds a target with a mapping, looks at its plan, and starts it.</summary>
    public async Task<string> StartedAsync(string name, JsonObject mapping)
    {
        var id = await AddedAsync(name);
        await api.PostAsync($"{Targets}/{id}/mappings", mapping);
        await ActAsync(id, "plan");
        await ActAsync(id, "start");
        return id;
    }

    public async Task<string> AddedAsync(string name) => (string)(await api.PostAsync(Targets, Ssh(name)))["id"]!;

    public Task<JsonObject> ActAsync(string id, string act, HttpStatusCode status = HttpStatusCode.OK) =>
        api.SendAsync(HttpMethod.Post, $"{Targets}/{id}/{act}", body: null, status);
}
