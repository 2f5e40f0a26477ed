using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Operations.Provisioning;
using Regent.Server.Workers;
using Regent.Testing;
using Regent.Testing.Fakes;

namespace Regent.Server.Tests.Workers;

/// <summary>The worker itself, over a world in memory.</summary>
public sealed class TargetWorkerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_source_that_hangs_does_not_hold_up_what_is_taken_back_in_the_same_target()
    {
        using var world = new FakeWorld();
        var target = new Target(TargetId.At(Make.Noon), "The source", TargetKind.Webhook, Make.Accounts("{name}"), TargetSettings.None, TargetState.Live);
        var given = new Holding("ada", "admins");
        var (read, revoked) = (Signal(), Signal());
        world.System.Put(given);
        world.System.Rules = new SourceRules(TimeSpan.FromMinutes(15), LargestLoss: 10);
        world.System.Reads = new TaskCompletionSource().Task;
        world.System.Asked = call => (call switch { "read" => read, "revoke" => revoked, _ => Signal() }).TrySetResult();
        await WriteAsync(world, async ct =>
        {
            await world.Targets.SaveAsync(target, ct);
            await world.TargetAgenda.WakeAsync(target.Id, [new WakeUp(TargetWork.Synchronise, target.Id.Value, world.Now)], world.Now, ct);
        });
        var host = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        using var worker = new TargetWorker(
            world.Targets, world.The<TargetDrivers>(), world.The<TargetLane>(), world.The<SourceLane>(), world.Changes,
            host, world.Clock, NullLogger<TargetWorker>.Instance);
        await worker.StartAsync(Ct);
        host.NotifyStarted();
        await read.Task.WaitAsync(Patience, Ct);

        var line = LedgerEntry.New(target.Id, given, begins: true, world.Now).Settle(LedgerState.InEffect, world.Now);
        await WriteAsync(world, async ct =>
        {
            await world.Ledger.SaveAsync([line], [], ct);
            await world.TargetAgenda.WakeAsync(target.Id, [new WakeUp(TargetWork.Converge, line.Id.Value, world.Now)], world.Now, ct);
        });

        await revoked.Task.WaitAsync(Patience, Ct);
        await worker.StopAsync(Ct);
    }

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static Task<bool> WriteAsync(FakeWorld world, Func<CancellationToken, Task> write) => world.Unit.RunAsync(
        async ct =>
        {
            await write(ct);
            return true;
        },
        Ct);
}
