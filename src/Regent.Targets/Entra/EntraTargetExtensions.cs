using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Entra;

/// <summary>Makes tenants of Microsoft Entra known.</summary>
internal static class EntraTargetExtensions
{
    public static IServiceCollection AddEntraTarget(this IServiceCollection services) =>
        services.AddSingleton(provider => DriverOf(provider.GetRequiredService<TimeProvider>()));

    /// <summary>What Regent knows of them.</summary>
    public static TargetDriver DriverOf(TimeProvider clock) => new(TargetKind.Entra, "Microsoft Entra ID", EntraTargetOptions.Settings, target => Open(target, clock))
    {
        AccountMeans = "the user principal name of somebody in the tenant, or the object id of anybody",
        EntitlementMeans = "a directory role by its name or template id; ROLE @ /administrativeUnits/ID for one in an administrative unit",
        EndsByItself = true,
    };

    private static Outcome<ITarget> Open(Target target, TimeProvider clock) => EntraTargetOptions.Read(target.Settings) switch
    {
        Outcome<EntraTargetOptions>.Done done => new Outcome<ITarget>.Done(new EntraTarget(done.Value, clock)),
        Outcome<EntraTargetOptions>.Refused refused => new Outcome<ITarget>.Refused(refused.Reasons),
        var other => throw new UnreachableException($"{other}"),
    };
}
