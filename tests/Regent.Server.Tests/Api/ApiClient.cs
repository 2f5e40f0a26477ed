using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api;

/// <summary>Somebody's program: speaks HTTP with a token, and sees nothing but answers.</summary>
internal sealed class ApiClient(HttpClient http, Principal person)
{
    public const string AssignmentRequests = "/v1.0/roleManagement/directory/roleAssignmentScheduleRequests";
    public const string EligibilityRequests = "/v1.0/roleManagement/directory/roleEligibilityScheduleRequests";
    public const string AssignmentInstances = "/v1.0/roleManagement/directory/roleAssignmentScheduleInstances";
    public const string EligibilityInstances = "/v1.0/roleManagement/directory/roleEligibilityScheduleInstances";
    public const string AssignmentSchedules = "/v1.0/roleManagement/directory/roleAssignmentSchedules";
    public const string EligibilitySchedules = "/v1.0/roleManagement/directory/roleEligibilitySchedules";
    public const string RoleAssignments = "/v1.0/roleManagement/directory/roleAssignments";
    public const string RoleDefinitions = "/v1.0/roleManagement/directory/roleDefinitions";
    public const string Approvals = "/beta/roleManagement/directory/roleAssignmentApprovals";
    public const string Own = "filterByCurrentUser(on='principal')";

    public string Id => person.Id.ToString();

    public Principal Person => person;

    public HttpClient Http => http;

    public static async Task<ApiClient> OfAsync(SampleServer server, string name) =>
        new(await server.ApiAsync(name), await server.PersonAsync(name));

    public static string Role(string name) => DirectoryRoles.BuiltIn.Single(role => role.DisplayName == name).Id.ToString();

    public static string Where(string filter) => $"?$filter={Uri.EscapeDataString(filter)}";

    /// <summary>What is asked to activate a role.</summary>
    public JsonObject Activation(string role, string duration = "PT2H") => new()
    {
        ["action"] = "selfActivate",
        ["principalId"] = Id,
        ["roleDefinitionId"] = Role(role),
        ["directoryScopeId"] = "/",
        ["justification"] = "A mailbox is stuck.",
        ["scheduleInfo"] = new JsonObject { ["expiration"] = new JsonObject { ["type"] = "afterDuration", ["duration"] = duration } },
        ["ticketInfo"] = new JsonObject { ["ticketNumber"] = "CHG-17", ["ticketSystem"] = "Desk" },
    };

    /// <summary>What an administrator asks about somebody.</summary>
    public static JsonObject Administration(string action, string principal, string role) => new()
    {
        ["action"] = action,
        ["principalId"] = principal,
        ["roleDefinitionId"] = Role(role),
        ["directoryScopeId"] = "/",
        ["justification"] = "On-call rota.",
        ["scheduleInfo"] = new JsonObject { ["expiration"] = new JsonObject { ["type"] = "noExpiration" } },
    };

    public async Task<JsonObject> GetAsync(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await http.GetAsync(path, TestContext.Current.CancellationToken);
        return await ReadAsync(response, status);
    }

    public async Task<JsonArray> ListAsync(string path) => (await GetAsync(path))["value"]!.AsArray();

    public async Task<string> TextAsync(string path) => await http.GetStringAsync(path, TestContext.Current.CancellationToken);

    public async Task<JsonObject> PostAsync(string path, JsonNode body, HttpStatusCode status = HttpStatusCode.Created)
    {
        using var response = await http.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        return await ReadAsync(response, status);
    }

    public async Task<JsonObject> PostTextAsync(string path, string body, HttpStatusCode status = HttpStatusCode.BadRequest)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(path, content, TestContext.Current.CancellationToken);
        return await ReadAsync(response, status);
    }

    public async Task<JsonObject> CancelAsync(string path, string id, HttpStatusCode status = HttpStatusCode.NoContent)
    {
        using var response = await http.PostAsync($"{path}/{id}/cancel", content: null, TestContext.Current.CancellationToken);
        return await ReadAsync(response, status);
    }

    public async Task<JsonObject> DecideAsync(string id, string result, string? why, HttpStatusCode status = HttpStatusCode.NoContent)
    {
        using var response = await http.PatchAsJsonAsync(
            $"{Approvals}/{id}/steps/{id}", new { reviewResult = result, justification = why }, TestContext.Current.CancellationToken);
        return await ReadAsync(response, status);
    }

    /// <summary>Anything else that can be asked.</summary>
    public async Task<JsonObject> SendAsync(HttpMethod method, string path, JsonNode? body, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return await ReadAsync(response, status);
    }

    /// <summary>The code of a no.</summary>
    public static string Code(JsonObject body) => (string)body["error"]!["code"]!;

    /// <summary>The words of a no.</summary>
    public static string Message(JsonObject body) => (string)body["error"]!["message"]!;

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode} instead of {(int)status}: {text}");
        return text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject();
    }
}
