using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core;
using Regent.Core.Alerts;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Operations.Policies;
using Regent.Operations.Ports;
using Regent.Operations.Requests;
using Regent.Server.Tests.Api.Alerts;
using Regent.Server.Tests.Api.Arm;
using Regent.Server.Tests.Tokens;

namespace Regent.Server.Tests.Api.Matrix;

/// <summary>What the requests of the matrix are about, added to the sample organisation: something of each kind that concerns the requestor.</summary>
internal sealed class MatrixWorld
{
    /// <summary>The administrative unit of the sample.</summary>
    public const string Unit = "/administrativeUnits/5a1e0000-0000-4000-8000-000000000003";

    private const string GroupRoot = "/v1.0/identityGovernance/privilegedAccess/group/";

    private readonly MatrixServer server;
    private readonly Dictionary<string, Principal> people = [];
    private readonly Dictionary<string, Principal> groups = [];
    private Caller ada = null!;

    private MatrixWorld(MatrixServer server) => this.server = server;

    /// <summary>Ids of requests that wait for somebody, of what can be removed, and of an alert, by what they are.</summary>
    public Dictionary<string, string> Known { get; } = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<MatrixWorld> SetUpAsync(MatrixServer server)
    {
        _ = server.Address;
        var world = new MatrixWorld(server);
        world.ada = new Caller((await server.PersonAsync("ada")).Id, MfaAt: null);
        await world.GatherAsync();
        await world.HandOutAsync();
        await world.AskAsync();
        await world.LeaveTracesAsync();
        await world.LandAsync();
        // What began less than five minutes ago cannot be ended.
        server.Clock.Advance(TimeSpan.FromMinutes(10));
        return world;
    }

    public string Person(string name) => people[name].Id.ToString();

    public string Group(string name) => groups[name].Id.ToString();

    private async Task GatherAsync()
    {
        foreach (var name in new[] { "plain", "requestor", "approver", "groupowner", "groupsadmin", "subscriptionowner", "subscriptionreader", "holder" })
        {
            Assert.True(UserPrincipalName.TryParse($"{name}@regent.example", out var upn));
            people[name] = new Principal(PrincipalId.At(server.Clock.GetUtcNow()), PrincipalKind.User, name) { UserPrincipalName = upn };
        }

        foreach (var name in new[] { "night", "day", "late", "spare", "deputies" })
        {
            groups[name] = new Principal(PrincipalId.At(server.Clock.GetUtcNow()), PrincipalKind.Group, name) { IsRoleAssignable = name == "deputies" };
        }

        await server.Services.GetRequiredService<IUnitOfWork>().RunAsync(
            async ct =>
            {
                await server.Services.GetRequiredService<IDirectory>().SaveManyAsync([.. people.Values, .. groups.Values], ct);
                return true;
            },
            Ct);
    }

    private async Task HandOutAsync()
    {
        var shop = Shop();
        await DemandApprovalAsync(Directory("Teams Administrator"), Scope.Tenant);
        await DemandApprovalAsync(Directory("Skype for Business Administrator"), Scope.Tenant, isNamed: false);
        await DemandApprovalAsync(GroupRoles.Member, At("night"));
        await DemandApprovalAsync(Resource("Backup Contributor"), shop);
        await AllowForEverAsync(Resource("Backup Operator"), shop);
        await AllowForEverAsync(Resource("Monitoring Reader"), shop);
        await GiveAsync(ScheduleKind.Assignment, "subscriptionowner", ResourceRoles.Owner, shop, 180);
        await GiveAsync(ScheduleKind.Assignment, "subscriptionreader", ResourceRoles.Reader, shop, 180);
        await GiveAsync(ScheduleKind.Assignment, "groupsadmin", DirectoryRoles.GroupsAdministrator, Scope.Tenant, 180);
        Known["eligibility"] = await GiveAsync(ScheduleKind.Eligibility, "requestor", Directory("Helpdesk Administrator"), Parsed(Unit), 365);
        foreach (var group in groups.Keys)
        {
            await GiveAsync(ScheduleKind.Assignment, "groupowner", GroupRoles.Owner, At(group), 180);
            await GiveAsync(ScheduleKind.Eligibility, "requestor", GroupRoles.Member, At(group), group is "late" or "spare" ? 7 : 365);
        }

        foreach (var (role, days) in new[] { ("Teams Administrator", 365), ("Skype for Business Administrator", 365), ("Reports Reader", 365), ("Message Center Reader", 365), ("Service Support Administrator", 7), ("License Administrator", 7) })
        {
            await GiveAsync(ScheduleKind.Eligibility, "requestor", Directory(role), Scope.Tenant, days);
        }

        foreach (var (role, days) in new[] { ("Backup Contributor", 365), ("Backup Reader", 365), ("Backup Operator", 7), ("Monitoring Reader", 7) })
        {
            await GiveAsync(ScheduleKind.Eligibility, "requestor", Resource(role), shop, days);
        }
    }

    private async Task AskAsync()
    {
        var requestor = await ApiClient.OfAsync(server, "requestor");
        Known["roleAssignmentScheduleRequests"] = Id(await requestor.PostAsync(ApiClient.AssignmentRequests, Ask("selfActivate", "Teams Administrator")));
        Known["unnamed"] = Id(await requestor.PostAsync(ApiClient.AssignmentRequests, Ask("selfActivate", "Skype for Business Administrator")));
        await requestor.PostAsync(ApiClient.AssignmentRequests, Ask("selfActivate", "Reports Reader"));
        var atUnit = Ask("selfActivate", "Helpdesk Administrator");
        atUnit["directoryScopeId"] = Unit;
        Known["activation"] = Id(await requestor.PostAsync(ApiClient.AssignmentRequests, atUnit));
        Known["roleEligibilityScheduleRequests"] = await ExtendAsync(Directory("License Administrator"), Scope.Tenant);
        Known["group/assignmentScheduleRequests"] = Id(await requestor.PostAsync($"{GroupRoot}assignmentScheduleRequests", AskGroup("selfActivate", "night")));
        Known["group/activation"] = Id(await requestor.PostAsync($"{GroupRoot}assignmentScheduleRequests", AskGroup("selfActivate", "day")));
        Known["group/eligibilityScheduleRequests"] = await ExtendAsync(GroupRoles.Member, At("spare"));

        var arm = await ArmClient.OfAsync(server, "requestor");
        Known["arm/roleAssignmentScheduleRequests"] = await PutAsync(arm, "roleAssignmentScheduleRequests", AskResource("SelfActivate", "Backup Contributor"));
        await PutAsync(arm, "roleAssignmentScheduleRequests", AskResource("SelfActivate", "Backup Reader"));
        Known["arm/roleEligibilityScheduleRequests"] = await ExtendAsync(Resource("Monitoring Reader"), Shop());
    }

    private async Task LeaveTracesAsync()
    {
        var administrator = await ApiClient.OfAsync(server, "ada");
        Known["roleDefinition"] = Id(await administrator.PostAsync(ApiClient.RoleDefinitions, Definition("Badge printers")));
        Known["roleAssignment"] = Id(await administrator.PostAsync(ApiClient.RoleAssignments, Raw("Reports Reader")));
        foreach (var group in new[] { "night", "deputies" })
        {
            await administrator.SendAsync(HttpMethod.Post, $"/v1.0/groups/{Group(group)}/members/$ref", Reference("holder"), HttpStatusCode.NoContent);
        }

        var arm = await ArmClient.OfAsync(server, "ada");
        Known["arm/roleDefinition"] = await PutAsync(arm, "roleDefinitions", ResourceDefinition("Window cleaner"));
        Known["arm/roleAssignment"] = await PutAsync(arm, "roleAssignments", RawResource("Backup Operator", "holder"));
        await OAuthProgram.ConfidentialAsync(server);
        var alerts = await AlertClient.OfAsync(server, "ada");
        await alerts.ScanAsync();
        Known["alert"] = alerts.Id(AlertKind.NoMfaOnRoleActivation);
    }

    private async Task LandAsync()
    {
        Known["progress"] = Known["activation"];
        foreach (var (list, id) in await MatrixTargets.SetUpAsync(server, "Helpdesk Administrator", Unit))
        {
            Known[list] = id;
        }
    }

    /// <summary>What is asked about a directory role of the requestor, or of somebody else.</summary>
    public JsonObject Ask(string action, string role, string duration = "PT1H", string principal = "requestor") => new()
    {
        ["action"] = action,
        ["principalId"] = Person(principal),
        ["roleDefinitionId"] = ApiClient.Role(role),
        ["directoryScopeId"] = "/",
        ["justification"] = "A shift.",
        ["scheduleInfo"] = Span(duration),
    };

    /// <summary>What is asked about a membership.</summary>
    public JsonObject AskGroup(string action, string group, string duration = "PT1H", string principal = "requestor") => new()
    {
        ["action"] = action,
        ["principalId"] = Person(principal),
        ["groupId"] = Group(group),
        ["accessId"] = "member",
        ["justification"] = "A shift.",
        ["scheduleInfo"] = Span(duration),
    };

    /// <summary>What is asked about a role at the web shop.</summary>
    public JsonObject AskResource(string type, string role, string duration = "PT1H", string principal = "requestor") =>
        ArmClient.Ask(type, Person(principal), role, duration);

    public JsonObject Raw(string role) => new()
    {
        ["principalId"] = Person("holder"),
        ["roleDefinitionId"] = ApiClient.Role(role),
        ["directoryScopeId"] = "/",
    };

    public JsonObject RawResource(string role, string principal) => new()
    {
        ["properties"] = new JsonObject
        {
            ["principalId"] = Person(principal),
            ["roleDefinitionId"] = ArmClient.RoleId(role),
            ["description"] = "A shift.",
        },
    };

    public static JsonObject Definition(string name) => new()
    {
        ["displayName"] = name,
        ["isEnabled"] = true,
        ["rolePermissions"] = new JsonArray(new JsonObject { ["allowedResourceActions"] = new JsonArray("microsoft.directory/users/basic/read") }),
    };

    public static JsonObject ResourceDefinition(string name) => new()
    {
        ["properties"] = new JsonObject
        {
            ["roleName"] = name,
            ["type"] = "CustomRole",
            ["assignableScopes"] = new JsonArray(ArmClient.Shop),
            ["permissions"] = new JsonArray(new JsonObject { ["actions"] = new JsonArray("Microsoft.Web/sites/restart/action") }),
        },
    };

    public JsonObject Reference(string person) => new() { ["@odata.id"] = $"{server.Address}/v1.0/directoryObjects/{Person(person)}" };

    private static JsonObject Span(string duration) =>
        new() { ["expiration"] = new JsonObject { ["type"] = "afterDuration", ["duration"] = duration } };

    private static string Id(JsonObject answer) => (string)answer["id"]!;

    private static async Task<string> PutAsync(ArmClient client, string type, JsonObject body) =>
        (string)(await client.PutAsync(ArmClient.At(ArmClient.Shop, $"{type}/{ArmClient.NewName()}"), body))["name"]!;

    private static Scope Shop() => Parsed(ArmClient.Shop);

    private static Scope Parsed(string scope) => Scope.TryParse(scope, out var parsed) ? parsed : throw new InvalidOperationException(scope);

    private Scope At(string group) => Scope.OfGroup(groups[group].Id);

    private static RoleDefinitionId Directory(string role) => new(new Guid(ApiClient.Role(role)));

    private static RoleDefinitionId Resource(string role) => new(new Guid(ArmClient.Role(role)));

    private async Task<string> GiveAsync(ScheduleKind kind, string who, RoleDefinitionId role, Scope scope, int days) =>
        Assert.IsType<Outcome<ScheduleRequest>.Done>(await server.Services.GetRequiredService<AssignRole>().ExecuteAsync(
            ada,
            new AssignmentAsk(kind, people[who].Id, role, scope)
            {
                Expiration = new Expiration.AfterDuration(TimeSpan.FromDays(days)),
                Justification = "A shift.",
            },
            Ct)).Value.Id.ToString();

    // A plain role assignment of Azure Resource Manager has no end.
    private async Task AllowForEverAsync(RoleDefinitionId role, Scope scope)
    {
        var policy = RolePolicy.Default(role, scope);
        Assert.IsType<Outcome<RolePolicy>.Done>(await server.Services.GetRequiredService<ChangeRoleSettings>().ExecuteAsync(
            ada, policy with { Assignment = policy.Assignment with { AllowsPermanent = true } }, Ct));
    }

    // It takes a second factor, which no token brings.
    private async Task<string> ExtendAsync(RoleDefinitionId role, Scope scope)
    {
        var requestor = people["requestor"].Id;
        var asked = await server.Services.GetRequiredService<AskExtension>().ExecuteAsync(
            new Caller(requestor, MfaAt: server.Clock.GetUtcNow()),
            new AssignmentAsk(ScheduleKind.Eligibility, requestor, role, scope)
            {
                Expiration = new Expiration.AfterDuration(TimeSpan.FromDays(20)),
                Justification = "A shift.",
            },
            Ct);
        return Assert.IsType<Outcome<ScheduleRequest>.Done>(asked).Value.Id.ToString();
    }

    private async Task DemandApprovalAsync(RoleDefinitionId role, Scope scope, bool isNamed = true) =>
        Assert.IsType<Outcome<RolePolicy>.Done>(await server.Services.GetRequiredService<ChangeRoleSettings>().ExecuteAsync(
            ada,
            RolePolicy.Default(role, scope) with
            {
                Activation = new ActivationSettings { RequiresApproval = true, Approvers = isNamed ? [people["approver"].Id] : [] },
            },
            Ct));
}
