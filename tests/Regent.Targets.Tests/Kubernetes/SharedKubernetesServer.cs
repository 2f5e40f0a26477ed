namespace Regent.Targets.Tests.Kubernetes;

/// <summary>The tests that share one API server.</summary>
[CollectionDefinition(Name)]
public sealed class SharedKubernetesServer : ICollectionFixture<KubernetesServer>
{
    public const string Name = "Kubernetes";
}
