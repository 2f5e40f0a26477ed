using Regent.Testing.Contracts;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Kubernetes;

/// <summary>What every target promises, kept by a cluster.</summary>
[Collection(SharedKubernetesServer.Name)]
public sealed class KubernetesTargetTests(KubernetesServer server) : TargetContract
{
    protected override Task<TargetUnderTest> StartAsync() => KubernetesUnderTest.StartAsync(server);
}
