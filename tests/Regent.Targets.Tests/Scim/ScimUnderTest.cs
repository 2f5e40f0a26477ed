using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Scim;

/// <summary>An application with three people and two groups, for the contract.</summary>
internal sealed class ScimUnderTest : TargetUnderTest
{
    private static readonly Dictionary<string, string> Ids = new(StringComparer.Ordinal)
    {
        ["grace@regent.example"] = "u-1",
        ["alan@regent.example"] = "u-2",
        ["o'ada \"the\" [countess]"] = "u-3",
        ["Wiki editors"] = "g-1",
        ["Wiki \"admins\""] = "g-2",
    };

    private readonly ScimWorld world;
    private readonly CuttableProxy proxy;

    private ScimUnderTest(ScimWorld world, CuttableProxy proxy, string dialect)
    {
        (this.world, this.proxy) = (world, proxy);
        Target = ScimWorld.Open(world.Settings(proxy.Port, "patch", dialect));
    }

    public override ITarget Target { get; }

    public override IReadOnlyList<string> Accounts { get; } = [.. Ids.Keys.Take(3)];

    public override IReadOnlyList<string> Entitlements { get; } = [.. Ids.Keys.Skip(3)];

    public override CuttableProxy Proxy => proxy;

    public static async Task<TargetUnderTest> StartAsync(ScimApplication application, string dialect)
    {
        var world = await application.MakeAsync(new
        {
            users = Ids.Take(3).Select(one => new { id = one.Value, userName = one.Key }),
            groups = Ids.Skip(3).Select(one => new { id = one.Value, displayName = one.Key }),
        });
        return new ScimUnderTest(world, CuttableProxy.To(application.Port), dialect);
    }

    public override async Task<IReadOnlySet<Holding>> HeldAsync(CancellationToken ct) =>
        (await world.MembersAsync()).Select(one => new Holding(NameOf(one.Member), NameOf(one.Group))).ToHashSet();

    public override Task GiveOutsideAsync(Holding holding, CancellationToken ct) => world.AddAsync(Ids[holding.Account], Ids[holding.Entitlement]);

    public override Task RefuseChangesAsync(CancellationToken ct) => world.BehaveAsync(new { readOnly = true });

    public override async ValueTask DisposeAsync()
    {
        await Target.DisposeAsync();
        await proxy.DisposeAsync();
        world.Dispose();
    }

    private static string NameOf(string id) => Ids.First(one => one.Value == id).Key;
}
