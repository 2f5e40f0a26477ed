using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Alerts;
using Regent.Core.Targets;
using Regent.Operations;
using Regent.Operations.Ports;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Alerts;

/// <summary>What goes over the wire about alerts of targets, to the letter, and that it comes without anybody asking for a scan.</summary>
public sealed class TargetAlertShapeTests : IAsyncLifetime
{
    private readonly SampleServer server = new();
    private readonly Shape shape = new();
    private Target target = null!;
    private AlertClient ada = null!;

    public async ValueTask InitializeAsync()
    {
        ada = await AlertClient.OfAsync(server, "ada");
        Assert.True(AccountTemplate.TryParse("{name}", out var accounts));
        var now = server.Clock.GetUtcNow();
        target = new Target(TargetId.At(now), "Machines", TargetKind.Ssh, accounts, TargetSettings.None, TargetState.Live);
        shape.Naming(server.Services.GetRequiredService<Tenant>().Id.ToString(), "tenant").Naming(target.Id.ToString(), "target");
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Something_given_outside()
    {
        var drift = new Drift(Guid.CreateVersion7(server.Clock.GetUtcNow()), target.Id, new Holding("stranger", "admins"), server.Clock.GetUtcNow());
        await WriteAsync((_, ledger, ct) => ledger.ChangeDriftAsync([drift], [], ct));

        shape.Naming(drift.Id.ToString(), "drift").Is("alert-incidents-drift", await FoundAsync(AlertKind.AccessOutsideRegent));
    }

    [Fact]
    public async Task A_target_that_does_not_answer()
    {
        var health = new TargetHealth(target.Id) { Failures = 3, FailingSince = server.Clock.GetUtcNow(), LastError = "Nobody is at home." };
        await WriteAsync((targets, _, ct) => targets.SaveHealthAsync(health with { RetryAt = server.Clock.GetUtcNow().AddDays(1) }, ct));

        shape.Is("alert-incidents-silent", await FoundAsync(AlertKind.TargetNotAnswering));
    }

    [Fact]
    public async Task Something_that_stays_after_its_end()
    {
        var now = server.Clock.GetUtcNow();
        var line = LedgerEntry.New(target.Id, new Holding("alan", "admins"), begins: true, now.AddHours(-1)).Become(LedgerState.Ending, now.AddMinutes(-6))
            .Fail("Not that one.", now, now.AddDays(1));
        await WriteAsync((_, ledger, ct) => ledger.PutAsync(line, ct));

        shape.Naming(line.Id.ToString(), "line").Is("alert-incidents-overdue", await FoundAsync(AlertKind.RevocationOverdue));
    }

    // The server looks by itself, a little after what was written, by its own clock.
    private async Task<JsonObject> FoundAsync(AlertKind kind)
    {
        await Eventually.TrueAsync(
            async () =>
            {
                server.Clock.Advance(TimeSpan.FromSeconds(10));
                return (bool)(await ada.AlertAsync(kind))["isActive"]!;
            },
            "an active alert");
        return await ada.GetAsync($"{AlertClient.Alerts}/{ada.Id(kind)}/alertIncidents");
    }

    private Task<bool> WriteAsync(Func<ITargetStore, ILedger, CancellationToken, Task> write) => server.Services.GetRequiredService<IUnitOfWork>().RunAsync(
        async ct =>
        {
            var targets = server.Services.GetRequiredService<ITargetStore>();
            await targets.SaveAsync(target, ct);
            await write(targets, server.Services.GetRequiredService<ILedger>(), ct);
            return true;
        },
        TestContext.Current.CancellationToken);
}
