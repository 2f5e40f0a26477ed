using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Regent.Server.Tests.Api.Policies;

/// <summary>Somebody's program that looks after the settings of roles.</summary>
internal static class PolicyClient
{
    public const string Policies = "/v1.0/policies/roleManagementPolicies";
    public const string Assignments = "/v1.0/policies/roleManagementPolicyAssignments";
    public const string OfRoles = "scopeId eq '/' and scopeType eq 'DirectoryRole'";

    public static string OfGroup(string group) => $"scopeId eq '{group}' and scopeType eq 'Group'";

    /// <summary>The policy of a directory role, found as clients find it.</summary>
    public static async Task<string> PolicyAsync(this ApiClient client, string role) => (string)Assert.Single(await client.ListAsync(
        Assignments + ApiClient.Where($"{OfRoles} and roleDefinitionId eq '{ApiClient.Role(role)}'")))!["policyId"]!;

    /// <summary>The id of a group by its name.</summary>
    public static async Task<string> GroupAsync(this ApiClient client, string name) =>
        (string)Assert.Single(await client.ListAsync("/v1.0/groups" + ApiClient.Where($"displayName eq '{name}'")))!["id"]!;

    public static async Task<JsonObject> RuleAsync(this ApiClient client, string policy, string rule) =>
        await client.GetAsync($"{Policies}/{policy}/rules/{rule}");

    public static async Task<JsonObject> PatchAsync(
        this ApiClient client, string path, string body, HttpStatusCode status = HttpStatusCode.NoContent)
    {
        using var response = await client.Http.PatchAsJsonAsync(path, JsonNode.Parse(body), TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode} instead of {(int)status}: {text}");
        return text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>Changes one rule.</summary>
    public static Task<JsonObject> ChangeAsync(
        this ApiClient client, string policy, string rule, string members, HttpStatusCode status = HttpStatusCode.NoContent) =>
        client.PatchAsync(
            $"{Policies}/{policy}/rules/{rule}",
            $$"""{"@odata.type":"#microsoft.graph.unifiedRoleManagementPolicy{{rule.Split('_')[0]}}Rule",{{members}}}""", status);
}
