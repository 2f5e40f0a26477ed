using System.Text.Json.Nodes;
using Regent.Server.Tests.Architecture;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Policies;

/// <summary>What nobody has edited is as the published example of the reference has it, member by member and in its order.</summary>
public sealed class DefaultPolicyTests(SampleServer server) : IClassFixture<SampleServer>
{
    private static readonly JsonNode Published = JsonNode.Parse(File.ReadAllText(
        Path.Combine(Repository.Root, "tests/Regent.Server.Tests/Api/Policies/default-policy-graph.json")))!;

    [Theory]
    [InlineData("DirectoryRole")]
    [InlineData("Directory")]
    public async Task A_directory_role_has_the_published_policy(string scopeType)
    {
        var ada = await ApiClient.OfAsync(server, "ada");
        var filter = ApiClient.Where($"scopeId eq '/' and scopeType eq '{scopeType}' and roleDefinitionId eq '{ApiClient.Role("Reports Reader")}'");

        var link = Assert.Single(await ada.ListAsync($"{PolicyClient.Assignments}{filter}&$expand=policy($expand=rules)"))!;

        // Decided otherwise than the example: no role demands a second factor until somebody says so.
        var expected = Published["directoryRole"]!.DeepClone();
        expected["rules"]!.AsArray().Single(rule => (string?)rule!["id"] == "Enablement_EndUser_Assignment")!["enabledRules"]!.AsArray().RemoveAt(0);
        Assert.Matches($"^{scopeType}_[0-9a-f-]{{36}}_[0-9a-f-]{{36}}$", (string)link["policyId"]!);
        Assert.Equal($"{link["policyId"]}_{link["roleDefinitionId"]}", (string)link["id"]!);
        Same(expected, link, scopeType);
    }

    [Theory]
    [InlineData("member")]
    [InlineData("owner")]
    public async Task A_group_has_the_published_policies(string access)
    {
        var ada = await ApiClient.OfAsync(server, "ada");
        var group = await ada.GroupAsync("On-call engineers");

        var links = await ada.ListAsync(
            $"{PolicyClient.Assignments}{ApiClient.Where(PolicyClient.OfGroup(group))}&$expand=policy($expand=rules)");

        var link = links.Single(one => (string?)one!["roleDefinitionId"] == access)!;
        Assert.Equal(2, links.Count);
        Assert.StartsWith($"Group_{group}_", (string)link["policyId"]!, StringComparison.Ordinal);
        Assert.Equal($"{link["policyId"]}_{access}", (string)link["id"]!);
        Same(Published["group"]!, link, "Group");
    }

    private static void Same(JsonNode published, JsonNode link, string scopeType)
    {
        var policy = link["policy"]!.AsObject();
        var rules = policy["rules"]!;
        policy.Remove("rules");

        // The example spells the same value in two ways; the schema knows one of them.
        Assert.Equal(published["rules"]!.ToJsonString().Replace("\"All\"]", "\"all\"]", StringComparison.Ordinal), rules.ToJsonString());

        var expected = published["policy"]!.DeepClone().AsObject();
        expected["id"] = (string)link["policyId"]!;
        expected["scopeId"] = (string)link["scopeId"]!;
        foreach (var member in new[] { "displayName", "description", "scopeType" })
        {
            expected[member] = scopeType;
        }

        Assert.Equal(expected.ToJsonString(), policy.ToJsonString());
    }
}
