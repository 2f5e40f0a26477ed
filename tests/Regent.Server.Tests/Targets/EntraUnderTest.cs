using System.Text.Json.Nodes;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Server.Tests.Api;
using Regent.Server.Tests.Hosting;
using Regent.Server.Tests.Tokens;
using Regent.Testing;
using Regent.Testing.Targets;

namespace Regent.Server.Tests.Targets;

/// <summary>A second Regent as a tenant of Microsoft Entra, with two roles of a test's own.</summary>
internal sealed class EntraUnderTest : TargetUnderTest
{
    private const string Domain = "@regent.example";

    private readonly SecureServer server;
    private readonly CuttableProxy proxy;
    private readonly ApiClient ada;
    private readonly RoleDefinition[] roles;
    private readonly string[] others;
    private readonly Dictionary<string, string> people = [];
    private ITarget target;

    private EntraUnderTest(SecureServer server, CuttableProxy proxy, ApiClient ada, RoleDefinition[] roles, OAuthProgram program, string[] others)
    {
        (this.server, this.proxy, this.ada, this.roles, this.others) = (server, proxy, ada, roles, others);
        target = OpenAs(program);
    }

    public override ITarget Target => target;

    public override IReadOnlyList<string> Accounts { get; } = [$"alan{Domain}", $"grace{Domain}", $"katherine{Domain}"];

    public override IReadOnlyList<string> Entitlements => [roles[0].DisplayName, roles[1].Id.ToString()];

    public override CuttableProxy Proxy => proxy;

    /// <param name="server">The tenant.</param>
    /// <param name="permission">What Regent may do there beside reading.</param>
    /// <param name="others">Settings: name and text, in turn.</param>
    public static async Task<EntraUnderTest> StartAsync(SecureServer server, string permission, params string[] others)
    {
        var program = await OAuthProgram.ConfidentialAsync(server, permission, "RoleManagement.Read.Directory", "User.ReadBasic.All");
        RoleDefinition[] roles = [await server.MakeRoleAsync($"O'Brien's \"first\" {Make.NewId():N}"), await server.MakeRoleAsync($"Second {Make.NewId():N}")];
        var started = new EntraUnderTest(server, CuttableProxy.To(server.Port()), await ApiClient.OfAsync(server, "ada"), roles, program, others);
        foreach (var account in started.Accounts)
        {
            started.people[(await server.PersonAsync(account.Split('@')[0])).Id.ToString()] = account;
        }

        return started;
    }

    public override async Task<IReadOnlySet<Holding>> HeldAsync(CancellationToken ct)
    {
        var held = new HashSet<Holding>();
        foreach (var (role, entitlement) in roles.Zip(Entitlements))
        {
            held.UnionWith((await ada.ListAsync(ApiClient.AssignmentInstances + ApiClient.Where($"roleDefinitionId eq '{role.Id}'")))
                .Select(one => new Holding(people[(string)one!["principalId"]!], entitlement)));
        }

        return held;
    }

    public override Task GiveOutsideAsync(Holding holding, CancellationToken ct) => ada.PostAsync(ApiClient.AssignmentRequests, new JsonObject
    {
        ["action"] = "adminAssign",
        ["principalId"] = people.Single(one => one.Value == holding.Account).Key,
        ["roleDefinitionId"] = roles[Entitlements.ToList().IndexOf(holding.Entitlement)].Id.ToString(),
        ["directoryScopeId"] = "/",
        ["justification"] = "Behind its back.",
        ["scheduleInfo"] = new JsonObject { ["expiration"] = new JsonObject { ["type"] = "noExpiration" } },
    });

    public override async Task RefuseChangesAsync(CancellationToken ct)
    {
        await target.DisposeAsync();
        target = OpenAs(await OAuthProgram.ConfidentialAsync(server, "RoleManagement.Read.Directory", "User.ReadBasic.All"));
    }

    public override async ValueTask DisposeAsync()
    {
        await target.DisposeAsync();
        await proxy.DisposeAsync();
    }

    private ITarget OpenAs(OAuthProgram program) => server.OpenTimely(TargetKind.Entra, server.Settings(program, proxy.Port, others));
}
