using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Ssh;

internal sealed class SshUnderTest : TargetUnderTest
{
    private readonly SshBench bench = new(TimeProvider.System);

    public SshUnderTest() => Target = bench.OpenWell();

    public override ITarget Target { get; }

    public override IReadOnlyList<string> Accounts => ["ada", "alan", "grace"];

    public override IReadOnlyList<string> Entitlements => ["root@db", "deploy"];

    public override bool KnowsAccounts => false;

    public override bool KnowsEntitlements => false;

    public override string? NeverRefuses => "The desk of the authority is Regent's own.";

    public override async Task<IReadOnlySet<Holding>> HeldAsync(CancellationToken ct) =>
        (await bench.World.SshDesk.PermitsForAsync(bench.Id, Entitlements, ct)).Select(permit => permit.Holding).ToHashSet();

    public override Task GiveOutsideAsync(Holding holding, CancellationToken ct) => bench.World.Unit.RunAsync(
        async token =>
        {
            await bench.World.SshDesk.PermitAsync(bench.Id, [new TargetGrant(holding, Until: null)], token);
            return true;
        },
        ct);

    public override async ValueTask DisposeAsync()
    {
        await Target.DisposeAsync();
        await bench.DisposeAsync();
    }
}
