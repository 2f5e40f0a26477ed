using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Kubernetes;

/// <summary>Makes Kubernetes clusters known.</summary>
internal static class KubernetesTargetExtensions
{
    public static IServiceCollection AddKubernetesTarget(this IServiceCollection services) =>
        services.AddSingleton(provider => DriverOf(provider.GetRequiredService<TimeProvider>()));

    /// <summary>What Regent knows of them.</summary>
    public static TargetDriver DriverOf(TimeProvider clock) =>
        new(TargetKind.Kubernetes, "Kubernetes", KubernetesTargetOptions.Settings, target => Open(target, clock))
        {
            AccountMeans = "the name by which the cluster knows a user, a group, or namespace:name of a service account",
            EntitlementMeans = "ClusterRole/NAME in the whole cluster, NAMESPACE/Role/NAME or NAMESPACE/ClusterRole/NAME in one namespace",
        };

    private static Outcome<ITarget> Open(Target target, TimeProvider clock) => KubernetesTargetOptions.Read(target.Settings) switch
    {
        Outcome<KubernetesTargetOptions>.Done done => new Outcome<ITarget>.Done(new KubernetesTarget(done.Value, clock)),
        Outcome<KubernetesTargetOptions>.Refused refused => new Outcome<ITarget>.Refused(refused.Reasons),
        var other => throw new UnreachableException($"{other}"),
    };
}
