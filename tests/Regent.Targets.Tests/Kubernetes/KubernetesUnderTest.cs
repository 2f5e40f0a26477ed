using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Kubernetes;

/// <summary>A cluster with a role for everywhere and two of a namespace, for the contract.</summary>
internal sealed class KubernetesUnderTest : TargetUnderTest
{
    private readonly KubernetesWorld world;
    private readonly CuttableProxy proxy;

    private KubernetesUnderTest(KubernetesWorld world, CuttableProxy proxy)
    {
        (this.world, this.proxy) = (world, proxy);
        Target = KubernetesWorld.Open(world.Settings(proxy.Port));
    }

    public override ITarget Target { get; }

    public override IReadOnlyList<string> Accounts { get; } = ["grace@regent.example", "alan", "o'ada \"the\" <countess>"];

    public override IReadOnlyList<string> Entitlements { get; } = ["ClusterRole/view", "shop/Role/deployer", "shop/ClusterRole/view"];

    public override CuttableProxy Proxy => proxy;

    public override bool KnowsAccounts => false;

    public static async Task<TargetUnderTest> StartAsync(KubernetesServer server)
    {
        var world = await server.MakeAsync("view", "deployer");
        await world.AddRoleAsync("view");
        await world.AddRoleAsync("deployer", "shop");
        return new KubernetesUnderTest(world, CuttableProxy.To(server.Port));
    }

    public override async Task<IReadOnlySet<Holding>> HeldAsync(CancellationToken ct) =>
        (await world.BindingsAsync()).Select(one => new Holding(one.Subject, one.Entitlement)).ToHashSet();

    public override Task GiveOutsideAsync(Holding holding, CancellationToken ct) => holding.Entitlement.Split('/') switch
    {
        [var kind, var role] => world.AddBindingAsync("by-hand", null, kind, role, label: null, holding.Account),
        [var home, var kind, var role] => world.AddBindingAsync("by-hand", home, kind, role, label: null, holding.Account),
        _ => throw new ArgumentOutOfRangeException(nameof(holding), holding, "No such entitlement."),
    };

    public override Task RefuseChangesAsync(CancellationToken ct) => world.BehaveAsync(new
    {
        bindings = new[] { new { rules = new[] { new { apiGroups = new[] { "*" }, resources = new[] { "*" }, verbs = new[] { "get", "list" } } } } },
    });

    public override async ValueTask DisposeAsync()
    {
        await Target.DisposeAsync();
        await proxy.DisposeAsync();
        world.Dispose();
    }
}
