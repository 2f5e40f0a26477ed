using System.Net;
using System.Text.Json.Nodes;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Arm;

/// <summary>The published samples: the same request is accepted, and the answer has the same status and shape, ids and times aside.</summary>
public sealed class SampleReplayTests(SampleServer server) : IClassFixture<SampleServer>
{
    private const string Contributor = "c8d4ff99-41c3-41a8-9f60-21dfdad59608";
    private const string Converter = "a1705bd2-3a8f-45a5-8683-466fcfd5cc24";
    private const string Assigned = "0b5fe924-9a61-425c-96af-cfe6e287ca2d";
    private const string Approval = "488a6d0e-0a63-4946-86e3-1f5bbc934661";
    private const string PolicySubscription = "129ff972-28f8-46b8-a726-e497be039368";

    public static TheoryData<string> Samples => [.. Sample.Names];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_sample_replays(string name)
    {
        var (ada, alan, margaret) = (
            await ArmClient.OfAsync(server, "ada"), await ArmClient.OfAsync(server, "alan"), await ArmClient.OfAsync(server, "margaret"));
        var sample = Sample.Load(name, await SampleWorld.PeopleAsync(server));
        var world = new SampleWorld(server, ada, sample);

        var (client, method, address) = name switch
        {
            _ when name.Contains("Approval", StringComparison.Ordinal) => (margaret, MethodOf(name), await ApprovalAsync(sample, world, alan)),
            _ when name.Contains("Policy", StringComparison.Ordinal) => (ada, MethodOf(name), await PolicyAsync(sample, world)),
            _ when name.StartsWith("RoleAssignments_", StringComparison.Ordinal) => (ada, MethodOf(name), await AssignmentAsync(sample, world, ada)),
            _ when name.Contains("RoleDefinition", StringComparison.Ordinal) => (ada, MethodOf(name), await DefinitionAsync(sample, world, ada)),
            "GetEligibleChildResourcesByScope" => (alan, HttpMethod.Get, await ChildrenAsync(sample, world)),
            _ => (name.Contains("RoleAssignmentScheduleRequestByName", StringComparison.Ordinal) || name == "PutRoleAssignmentScheduleRequest" ? alan : ada,
                MethodOf(name), await ScheduleAsync(sample, world, alan)),
        };

        foreach (var status in InOrder(sample, method))
        {
            var answer = await client.SendAsync(method, Address(sample, address), sample.Body?.ToJsonString(), Enum.Parse<HttpStatusCode>(status));
            Assert.Equal([], SampleAnswer.Differences(sample.Answers[status]!["body"], answer));
        }
    }

    // What is made is made once and is there afterwards; what is taken away is gone.
    private static IEnumerable<string> InOrder(Sample sample, HttpMethod method)
    {
        var statuses = sample.Answers.Select(answer => answer.Key).Order(StringComparer.Ordinal);
        return method == HttpMethod.Put ? statuses.Reverse() : statuses;
    }

    private static HttpMethod MethodOf(string name) => name switch
    {
        _ when name.Contains("Patch", StringComparison.Ordinal) => HttpMethod.Patch,
        _ when name.Contains("Put", StringComparison.Ordinal) || name.Contains("Create", StringComparison.Ordinal) => HttpMethod.Put,
        _ when name.Contains("Delete", StringComparison.Ordinal) => HttpMethod.Delete,
        _ when name.StartsWith("Validate", StringComparison.Ordinal) => HttpMethod.Post,
        _ => HttpMethod.Get,
    };

    private static string Address(Sample sample, string path)
    {
        var filter = (string?)sample.Parameters["$filter"];
        return $"/{path.TrimStart('/')}?api-version={sample["api-version"]}{(filter is null ? "" : $"&$filter={filter}")}";
    }

    private static string Of(Sample sample, string type) => $"{(string?)sample.Parameters["scope"]}/providers/Microsoft.Authorization/{type}";

    private static async Task<string> ScheduleAsync(Sample sample, SampleWorld world, ArmClient alan)
    {
        var scope = await world.PlantAsync(sample["scope"]);
        await world.RoleAsync(Contributor);
        await world.EaseAsync(scope, Contributor);
        var isEligibility = sample.Name.Contains("Eligibility", StringComparison.Ordinal);
        if (!isEligibility || sample.Name.StartsWith("Get", StringComparison.Ordinal))
        {
            await world.MakeEligibleAsync(scope, Contributor);
        }

        if (!isEligibility && sample.Name.StartsWith("Get", StringComparison.Ordinal))
        {
            await world.ActivateAsync(alan, scope, Contributor);
        }

        var about = isEligibility ? "Eligibility" : "Assignment";
        var name = (string?)sample.Parameters.FirstOrDefault(parameter => parameter.Key.EndsWith("Name", StringComparison.Ordinal)).Value;
        return Of(sample, sample.Name switch
        {
            _ when sample.Name.StartsWith("Validate", StringComparison.Ordinal) => $"role{about}ScheduleRequests/{name}/validate",
            _ when sample.Name.Contains("Request", StringComparison.Ordinal) => $"role{about}ScheduleRequests/{name}",
            _ when sample.Name.Contains("Instance", StringComparison.Ordinal) => $"role{about}ScheduleInstances/{name}",
            _ => $"role{about}Schedules/{name}",
        });
    }

    private static async Task<string> ApprovalAsync(Sample sample, SampleWorld world, ArmClient alan)
    {
        var scope = await world.PlantAsync((string?)sample.Parameters["scope"] ?? $"subscriptions/{sample.IdOf(PolicySubscription)}");
        await world.RoleAsync(Contributor);
        await world.EaseAsync(scope, Contributor);
        await world.DemandApprovalAsync(scope, Contributor);
        await world.MakeEligibleAsync(scope, Contributor);
        await world.ActivateAsync(alan, scope, Contributor, Approval);
        var id = sample.IdOf(Approval);
        return Of(sample, sample.Name switch
        {
            "ScopeGetRoleAssignmentApprovals" => "roleAssignmentApprovals",
            _ when sample.Name.EndsWith("ApprovalById", StringComparison.Ordinal) => $"roleAssignmentApprovals/{id}",
            _ when sample.Name.EndsWith("Steps", StringComparison.Ordinal) => $"roleAssignmentApprovals/{id}/stages",
            _ when sample.Parameters.ContainsKey("stageId") => $"roleAssignmentApprovals/{id}/stages/{id}",
            _ => $"roleAssignmentApprovals/{id}/steps/{id}",
        });
    }

    private static async Task<string> PolicyAsync(Sample sample, SampleWorld world)
    {
        var scope = await world.PlantAsync(sample["scope"]);
        await world.RoleAsync(Converter);
        await world.GroupAsync("2385b0f3-5fa9-43cf-8ca4-b01dc97298cd");
        await world.GroupAsync("2f4913c9-d15b-406a-9946-1d66a28f2690");
        if (RulesOf(sample.Answers.First().Value!["body"]) is { } rules)
        {
            await world.ChangeAsync(scope, Converter, [.. rules.Select(rule => rule!)]);
        }
        else
        {
            await world.EaseAsync(scope, Converter);
        }

        // The name of a policy is made of its role and its scope.
        var policy = world.PolicyOf(scope, Converter);
        if (sample.Body?["properties"]?["policyId"] is { } told)
        {
            told.ReplaceWith($"{scope}/providers/Microsoft.Authorization/roleManagementPolicies/{policy}");
        }

        return Of(sample, sample.Name.Contains("PolicyAssignment", StringComparison.Ordinal)
            ? $"roleManagementPolicyAssignments/{policy}_{sample.IdOf(Converter)}"
            : sample.Name.EndsWith("ByScope", StringComparison.Ordinal)
                ? "roleManagementPolicies"
                : $"roleManagementPolicies/{policy}");
    }

    private static JsonArray? RulesOf(JsonNode? answer)
    {
        var properties = (answer?["value"]?[0] ?? answer)?["properties"];
        return (properties?["rules"] ?? properties?["effectiveRules"])?.AsArray();
    }

    private async Task<string> AssignmentAsync(Sample sample, SampleWorld world, ArmClient ada)
    {
        var id = (string?)sample.Parameters["roleAssignmentId"];
        var path = id?.Split("/providers/Microsoft.Authorization")[0] ?? (string?)sample.Parameters["scope"]
            ?? $"subscriptions/{sample["subscriptionId"]}{((string?)sample.Parameters["resourceGroupName"] is { } group ? $"/resourceGroups/{group}" : "")}";
        var scope = await world.PlantAsync(path);
        await world.RoleAsync(Assigned);
        await world.EaseAsync(scope, Assigned);
        var name = id?[(id.LastIndexOf('/') + 1)..] ?? (string?)sample.Parameters["roleAssignmentName"] ?? sample.IdOf("b0f43c54-e787-4862-89b1-a653fa9cf747");
        if (!sample.Name.Contains("Create", StringComparison.Ordinal))
        {
            await ada.PutAsync($"{scope}/providers/Microsoft.Authorization/roleAssignments/{name}?api-version=2022-04-01", new JsonObject
            {
                ["properties"] = new JsonObject
                {
                    ["roleDefinitionId"] = $"/providers/Microsoft.Authorization/roleDefinitions/{sample.IdOf(Assigned)}",
                    ["principalId"] = sample.IdOf("ce2ce14e-85d7-4629-bdbc-454d0519d987"),
                },
            });
            server.Clock.Advance(TimeSpan.FromMinutes(6));
        }

        return id ?? $"{path}/providers/Microsoft.Authorization/roleAssignments{(sample.Name.Contains("List", StringComparison.Ordinal) ? "" : $"/{name}")}";
    }

    private static async Task<string> DefinitionAsync(Sample sample, SampleWorld world, ArmClient ada)
    {
        var scope = await world.PlantAsync($"subscriptions/{sample.IdOf(PolicySubscription)}");
        var role = sample.IdOf(Converter);
        await ada.PutAsync($"{scope}/providers/Microsoft.Authorization/roleDefinitions/{role}?api-version=2022-04-01", new JsonObject
        {
            ["properties"] = new JsonObject
            {
                ["roleName"] = $"Role {role}",
                ["description"] = "Role description",
                ["assignableScopes"] = new JsonArray(scope.Value),
                ["permissions"] = new JsonArray(new JsonObject { ["actions"] = new JsonArray("Microsoft.Web/sites/restart/action") }),
            },
        });

        // Regent keeps no actions on data.
        foreach (var permission in sample.Answers.Select(answer => answer.Value!["body"]).OfType<JsonObject>()
            .Select(body => body["value"]?[0] ?? body).Select(one => one["properties"]!["permissions"]![0]!))
        {
            permission["dataActions"] = new JsonArray();
        }

        return $"{scope.Value[1..]}/providers/Microsoft.Authorization/roleDefinitions{(sample.Name == "GetRoleDefinitionAtScope" ? "" : $"/{role}")}";
    }

    private static async Task<string> ChildrenAsync(Sample sample, SampleWorld world)
    {
        var scope = await world.PlantAsync(sample["scope"]);
        await world.PlantAsync($"{scope.Value[1..]}/resourceGroups/RG-1");
        await world.PlantAsync($"{scope.Value[1..]}/resourceGroups/RG-2");
        await world.RoleAsync(Contributor);
        await world.MakeEligibleAsync(scope, Contributor);
        return Of(sample, "eligibleChildResources");
    }
}
