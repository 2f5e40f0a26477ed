using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Regent.Api.Arm.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Arm;

/// <summary>Sets up what a sample presumes.</summary>
internal sealed class SampleWorld(SampleServer server, ArmClient ada, Sample sample)
{
    private const string Principal = "a3bb8764-cb92-4276-9d2a-ca1e895e55ea";
    private const string Reviewer = "a6c7aecb-cbfd-4763-87ef-e91b4bd509d9";

    /// <summary>The ids of the samples that stand for people of the sample organisation.</summary>
    public static async Task<Dictionary<string, string>> PeopleAsync(SampleServer server) => new(StringComparer.OrdinalIgnoreCase)
    {
        [Principal] = (await server.PersonAsync("alan")).Id.ToString(),
        ["ce2ce14e-85d7-4629-bdbc-454d0519d987"] = (await server.PersonAsync("katherine")).Id.ToString(),
        [Reviewer] = (await server.PersonAsync("margaret")).Id.ToString(),
    };

    private string Person => sample.IdOf(Principal);

    /// <summary>Puts a subscription, or what lies in one, into the tree, with all above it.</summary>
    public async Task<Scope> PlantAsync(string path)
    {
        Assert.True(Scope.TryParse("/" + path.Replace("providers/Microsoft.Subscription/", "", StringComparison.Ordinal).TrimStart('/'), out var scope));
        var above = new List<Scope>();
        for (var at = scope; at is not null; at = at.Container)
        {
            above.Add(at);
        }

        await WriteAsync(ct => server.Services.GetRequiredService<IScopeStore>().SaveManyAsync(
            [
                .. above.Select(at => new ScopeNode(
                    at, at.Kind == ScopeKind.Subscription ? "Pay-As-You-Go" : at.Value[(at.Value.LastIndexOf('/') + 1)..], at.Container)),
            ],
            ct));
        return scope;
    }

    public Task RoleAsync(string published) => WriteAsync(ct => server.Services.GetRequiredService<IRoleStore>().SaveAsync(
        [
            new RoleDefinition(new RoleDefinitionId(new Guid(sample.IdOf(published))), $"A role {published} {sample.IdOf(published)}", "A role.", IsPrivileged: false, IsBuiltIn: true)
            {
                System = RoleSystem.Resources,
            },
        ],
        ct));

    public async Task GroupAsync(string published)
    {
        var group = new Principal(new PrincipalId(new Guid(sample.IdOf(published))), PrincipalKind.Group, $"Group {published}");
        await WriteAsync(ct => server.Services.GetRequiredService<IDirectory>().SaveAsync(group, ct));
        await WriteAsync(ct => server.Services.GetRequiredService<IDirectory>().AddMembershipAsync(
            new Membership(group.Id, new PrincipalId(new Guid(sample.IdOf(Reviewer)))), ct));
    }

    /// <summary>Lets a role be given for ever and activated without a word.</summary>
    public Task EaseAsync(Scope scope, string role) => ChangeAsync(
        scope, role, Rule("Expiration_Admin_Assignment", ("isExpirationRequired", false)), Rule("Enablement_Admin_Assignment", ("enabledRules", new JsonArray())),
        Rule("Enablement_EndUser_Assignment", ("enabledRules", new JsonArray())));

    public Task DemandApprovalAsync(Scope scope, string role) => ChangeAsync(
        scope, role,
        Rule("Approval_EndUser_Assignment", ("setting", JsonNode.Parse(
            $$"""{ "isApprovalRequired": true, "approvalStages": [{ "primaryApprovers": [{ "id": "{{sample.IdOf(Reviewer)}}", "userType": "User" }] }] }"""))));

    /// <summary>Changes rules of the policy of a role.</summary>
    public Task ChangeAsync(Scope scope, string role, params JsonNode[] rules) => ada.PatchAsync(
        ArmClient.At(scope.Value, $"roleManagementPolicies/{PolicyOf(scope, role)}"),
        new JsonObject { ["properties"] = new JsonObject { ["rules"] = new JsonArray([.. rules.Select(rule => rule.DeepClone())]) } });

    /// <summary>The name of the policy of a role.</summary>
    public string PolicyOf(Scope scope, string role) => PolicyNames.Of(new RoleDefinitionId(new Guid(sample.IdOf(role))), scope).ToString();

    /// <summary>Makes the person of the samples eligible, as the sample of that does.</summary>
    public Task MakeEligibleAsync(Scope scope, string role) => ada.PutAsync(
        ArmClient.At(scope.Value, $"roleEligibilityScheduleRequests/{sample.IdOf("64caffb6-55c0-4deb-a585-68e948ea1ad6")}"), Ask("AdminAssign", scope, role, "P365D"));

    /// <summary>Lets the person of the samples activate the role.</summary>
    public async Task ActivateAsync(ArmClient alan, Scope scope, string role, string request = "fea7a502-9a96-4806-a26f-eee560e52045") => await alan.PutAsync(
        ArmClient.At(scope.Value, $"roleAssignmentScheduleRequests/{sample.IdOf(request)}"), Ask("SelfActivate", scope, role, "PT8H"));

    private JsonObject Ask(string type, Scope scope, string role, string duration) => new()
    {
        ["properties"] = new JsonObject
        {
            ["principalId"] = Person,
            ["roleDefinitionId"] = $"{scope}{ArmClient.Provider}/roleDefinitions/{sample.IdOf(role)}",
            ["requestType"] = type,
            ["scheduleInfo"] = new JsonObject { ["expiration"] = new JsonObject { ["type"] = "AfterDuration", ["duration"] = duration } },
            ["condition"] = "@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:ContainerName] StringEqualsIgnoreCase 'foo_storage_container'",
            ["conditionVersion"] = "1.0",
        },
    };

    private static JsonObject Rule(string id, params (string Name, JsonNode? Value)[] members)
    {
        var rule = new JsonObject { ["id"] = id };
        foreach (var (name, value) in members)
        {
            rule[name] = value;
        }

        return rule;
    }

    private Task<bool> WriteAsync(Func<CancellationToken, Task> write) => server.Services.GetRequiredService<IUnitOfWork>().RunAsync(
        async ct =>
        {
            await write(ct);
            return true;
        },
        TestContext.Current.CancellationToken);
}
