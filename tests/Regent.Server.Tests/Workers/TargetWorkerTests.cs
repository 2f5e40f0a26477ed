using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Regent.Core.Targets;
using Regent.Operations.Lanes;
using Regent.Operations.Ports;
using Regent.Server.Tests.Hosting;
using Regent.Server.Workers;
using Regent.Testing;
using Regent.Testing.Fakes;

namespace Regent.Server.Tests.Workers;

/// <summary>
/// The way to a target is open while access lands there, and closed when it rests or is gone; people who come from it hold up nobody.
/// </summary>
public sealed class TargetWorkerTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FakeWorld world = new();
    private readonly Started host = new();
    private readonly TargetWorker worker;
    private readonly Target target;

    public TargetWorkerTests()
    {
        worker = new TargetWorker(
            world.Targets, world.The<TargetDrivers>(), world.The<TargetLane>(), world.The<SourceLane>(), world.The<KeptTargets>(), world.Changes, host,
            world.Clock, NullLogger<TargetWorker>.Instance);
        target = new Target(TargetId.At(world.Now), "The system", TargetKind.Webhook, Make.Accounts("{name}"), TargetSettings.None, TargetState.Live);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await worker.StartAsync(Ct);

    public async ValueTask DisposeAsync()
    {
        await worker.StopAsync(Ct);
        worker.Dispose();
        world.Dispose();
    }

    [Fact]
    public async Task A_target_that_is_removed_is_let_go()
    {
        await SweptAsync();

        await WriteAsync(ct => world.Targets.RemoveAsync(target.Id, ct));

        await ClosedAsync();
    }

    [Fact]
    public async Task One_that_is_paused_is_let_go_and_taken_up_again_when_it_is_started()
    {
        await SweptAsync();
        await WriteAsync(ct => world.Targets.SaveAsync(target with { State = TargetState.Paused }, ct));
        await ClosedAsync();

        var swept = world.System.Lists;
        await SaveAsync();

        await Eventually.TrueAsync(() => world.System.Lists > swept, "another sweep");
    }

    [Fact]
    public async Task A_source_that_hangs_does_not_hold_up_what_is_taken_back_in_the_same_target()
    {
        var given = new Holding("ada", "admins");
        var (read, revoked) = (Signal(), Signal());
        world.System.Put(given);
        world.System.Rules = new SourceRules(TimeSpan.FromMinutes(15), LargestLoss: 10);
        world.System.Reads = new TaskCompletionSource().Task;
        world.System.Asked = call => (call switch { "read" => read, "revoke" => revoked, _ => Signal() }).TrySetResult();
        await WriteAsync(async ct =>
        {
            await world.Targets.SaveAsync(target, ct);
            await world.TargetAgenda.WakeAsync(target.Id, [new WakeUp(TargetWork.Synchronise, target.Id.Value, world.Now)], world.Now, ct);
        });
        await read.Task.WaitAsync(Patience, Ct);

        var line = LedgerEntry.New(target.Id, given, begins: true, world.Now).Settle(LedgerState.InEffect, world.Now);
        await WriteAsync(async ct =>
        {
            await world.Ledger.SaveAsync([line], [], ct);
            await world.TargetAgenda.WakeAsync(target.Id, [new WakeUp(TargetWork.Converge, line.Id.Value, world.Now)], world.Now, ct);
        });

        await revoked.Task.WaitAsync(Patience, Ct);
    }

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task SweptAsync()
    {
        await SaveAsync();
        await Eventually.TrueAsync(() => world.System.Lists == 1, "the first sweep");
        Assert.Equal(0, world.System.Closed);
    }

    private Task<bool> SaveAsync() => WriteAsync(async ct =>
    {
        await world.Targets.SaveAsync(target, ct);
        await world.TargetAgenda.WakeAsync(target.Id, [new WakeUp(TargetWork.Sweep, target.Id.Value, world.Now)], world.Now, ct);
    });

    private Task ClosedAsync() => Eventually.TrueAsync(
        () =>
        {
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            return world.System.Closed == 1;
        },
        "the end of the way");

    private Task<bool> WriteAsync(Func<CancellationToken, Task> write) => world.Unit.RunAsync(
        async ct =>
        {
            await write(ct);
            return true;
        },
        Ct);

    private sealed class Started : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted { get; } = new(canceled: true);

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
        }
    }
}
