using Regent.Testing.Contracts;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Webhook;

/// <summary>What every target promises, of the receiver that the guide describes.</summary>
public sealed class WebhookTargetTests : TargetContract
{
    protected override async Task<TargetUnderTest> StartAsync() => await WebhookUnderTest.StartAsync();
}
