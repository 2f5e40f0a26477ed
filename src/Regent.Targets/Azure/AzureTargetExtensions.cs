using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Azure;

/// <summary>Makes subscriptions of Azure known.</summary>
internal static class AzureTargetExtensions
{
    public static IServiceCollection AddAzureTarget(this IServiceCollection services) =>
        services.AddSingleton(provider => DriverOf(provider.GetRequiredService<TimeProvider>()));

    /// <summary>What Regent knows of them.</summary>
    public static TargetDriver DriverOf(TimeProvider clock) => new(TargetKind.Azure, "Azure", AzureTargetOptions.Settings, target => Open(target, clock))
    {
        AccountMeans = "the user principal name of somebody in the tenant, or the object id of anybody",
        EntitlementMeans = "ROLE @ SCOPE: a role by its name or id, at a scope such as /subscriptions/ID/resourceGroups/NAME",
        EndsByItself = true,
    };

    private static Outcome<ITarget> Open(Target target, TimeProvider clock) => AzureTargetOptions.Read(target.Settings) switch
    {
        Outcome<AzureTargetOptions>.Done done => new Outcome<ITarget>.Done(new AzureTarget(done.Value, clock)),
        Outcome<AzureTargetOptions>.Refused refused => new Outcome<ITarget>.Refused(refused.Reasons),
        var other => throw new UnreachableException($"{other}"),
    };
}
