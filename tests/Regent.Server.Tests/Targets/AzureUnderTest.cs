using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Server.Tests.Api.Arm;
using Regent.Server.Tests.Hosting;
using Regent.Server.Tests.Tokens;
using Regent.Testing;
using Regent.Testing.Targets;

namespace Regent.Server.Tests.Targets;

/// <summary>A second Regent as Azure Resource Manager, with a resource group of a test's own.</summary>
internal sealed class AzureUnderTest : TargetUnderTest
{
    private const string Domain = "@regent.example";
    private const string Instances = "roleAssignmentScheduleInstances";

    private static readonly string[] Roles = ["Reader", "Storage Blob Data Reader"];

    private readonly SecureServer server;
    private readonly CuttableProxy proxy;
    private readonly ArmClient ada;
    private readonly string scope;
    private readonly OAuthProgram program;
    private readonly string[] others;
    private readonly Dictionary<string, string> people = [];
    private ITarget target;

    private AzureUnderTest(SecureServer server, ArmClient ada, string scope, OAuthProgram program, string[] others)
    {
        (this.server, this.ada, this.scope, this.program, this.others) = (server, ada, scope, program, others);
        proxy = CuttableProxy.To(server.Port());
        target = OpenAs(program);
    }

    public override ITarget Target => target;

    public override IReadOnlyList<string> Accounts { get; } = [$"alan{Domain}", $"grace{Domain}", $"katherine{Domain}"];

    public override IReadOnlyList<string> Entitlements => [$"{Roles[0]} @ {scope}", $"{ArmClient.Role(Roles[1])} @ {scope}"];

    public override CuttableProxy Proxy => proxy;

    // A scope that is not there is refused like one without rights; roles that are not there have a test of their own.
    public override bool KnowsEntitlements => false;

    /// <param name="server">Azure.</param>
    /// <param name="others">Settings: name and text, in turn.</param>
    public static async Task<AzureUnderTest> StartAsync(SecureServer server, params string[] others)
    {
        _ = server.Address;
        var scope = await server.MakeGroupAsync($"rg-{Make.NewId():N}");
        foreach (var role in Roles)
        {
            await server.AllowForEverAsync(role, scope);
        }

        var program = await OAuthProgram.ConfidentialAsync(server, "User.ReadBasic.All");
        await server.GiveAsync(program.App.ServicePrincipal, "User Access Administrator", SecondAzure.At(ArmClient.Shop));
        var started = new AzureUnderTest(server, await ArmClient.OfAsync(server, "ada"), scope.Value, program, others);
        foreach (var account in started.Accounts)
        {
            started.people[(await server.PersonAsync(account.Split('@')[0])).Id.ToString()] = account;
        }

        return started;
    }

    public override async Task<IReadOnlySet<Holding>> HeldAsync(CancellationToken ct) =>
        (await ada.ListAsync(ArmClient.At(scope, Instances, "atScope()")))
            .Select(one => one!["properties"]!)
            .Where(one => scope.Equals((string?)one["scope"], StringComparison.OrdinalIgnoreCase))
            .SelectMany(one => Roles.Zip(Entitlements), (one, role) => (Item: one, Role: role.First, Entitlement: role.Second))
            .Where(one => ((string)one.Item["roleDefinitionId"]!).EndsWith(ArmClient.Role(one.Role), StringComparison.OrdinalIgnoreCase))
            .Select(one => new Holding(people[(string)one.Item["principalId"]!], one.Entitlement)).ToHashSet();

    public override Task GiveOutsideAsync(Holding holding, CancellationToken ct) => ada.PutAsync(
        ArmClient.At(scope, $"roleAssignmentScheduleRequests/{ArmClient.NewName()}"),
        ArmClient.Ask("AdminAssign", people.Single(one => one.Value == holding.Account).Key, Roles[Entitlements.ToList().IndexOf(holding.Entitlement)]));

    public override async Task RefuseChangesAsync(CancellationToken ct)
    {
        await target.DisposeAsync();
        target = OpenAs(await OAuthProgram.ConfidentialAsync(server, "User.ReadBasic.All"));
    }

    public override async ValueTask DisposeAsync()
    {
        await target.DisposeAsync();
        await proxy.DisposeAsync();
    }

    /// <summary>Opens a target that does not wait until the first five minutes are over.</summary>
    public ITarget OpenHasty() => Assert.IsType<Outcome<ITarget>.Done>(SecondRegent.Open(TargetKind.Azure, SettingsOf(program))).Value;

    private ITarget OpenAs(OAuthProgram one) => server.OpenTimely(TargetKind.Azure, SettingsOf(one));

    private TargetSettings SettingsOf(OAuthProgram one) =>
        server.Settings(one, proxy.Port, ["armUrl", $"https://127.0.0.1:{proxy.Port}", "scopes", scope, .. others]);
}
