using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Targets.Webhook;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Webhook;

/// <summary>The sample receiver behind a network that can be cut.</summary>
internal sealed class WebhookUnderTest : TargetUnderTest
{
    public const string Secret = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private readonly SampleSystem system;
    private readonly WebhookHost host;
    private readonly CuttableProxy proxy;

    private WebhookUnderTest(SampleSystem system, WebhookHost host)
    {
        this.system = system;
        this.host = host;
        proxy = CuttableProxy.To(host.Port);
        Target = Open(("url", $"http://127.0.0.1:{proxy.Port}/regent"));
    }

    public override ITarget Target { get; }

    public override IReadOnlyList<string> Accounts => system.Accounts;

    public override IReadOnlyList<string> Entitlements => system.Entitlements;

    public override CuttableProxy Proxy => proxy;

    public static async Task<WebhookUnderTest> StartAsync()
    {
        var system = new SampleSystem();
        var receiver = new SampleReceiver(system, () => [Secret], TimeProvider.System);
        return new WebhookUnderTest(system, await WebhookHost.StartAsync(receiver.HandleAsync));
    }

    /// <summary>A target with these settings, and else those that the sample receiver takes.</summary>
    public static ITarget Open(params (string Name, string Value)[] settings) =>
        Assert.IsType<Outcome<ITarget>.Done>(Drivers.Of(WebhookTargetExtensions.AddWebhookTarget).Open(With(settings))).Value;

    public static Target With(params (string Name, string Value)[] settings)
    {
        var usual = new TargetSettings(new Dictionary<string, string>
        {
            ["secret"] = Secret,
            ["allowPrivate"] = "true",
            ["timeoutSeconds"] = "2",
        });
        Assert.True(AccountTemplate.TryParse("{name}", out var accounts));
        return new Target(
            TargetId.At(TimeProvider.System.GetUtcNow()),
            "Application",
            TargetKind.Webhook,
            accounts,
            usual.With(settings.Select(one => KeyValuePair.Create(one.Name, one.Value))),
            TargetState.Live);
    }

    public override Task<IReadOnlySet<Holding>> HeldAsync(CancellationToken ct) =>
        Task.FromResult<IReadOnlySet<Holding>>(system.Held.Select(one => new Holding(one.Account, one.Entitlement)).ToHashSet());

    public override Task GiveOutsideAsync(Holding holding, CancellationToken ct)
    {
        system.Grant((holding.Account, holding.Entitlement));
        return Task.CompletedTask;
    }

    public override Task RefuseChangesAsync(CancellationToken ct)
    {
        system.IsLocked = true;
        return Task.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        await Target.DisposeAsync();
        await proxy.DisposeAsync();
        await host.DisposeAsync();
    }
}
