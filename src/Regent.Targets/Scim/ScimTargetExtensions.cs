using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Scim;

/// <summary>Makes applications that speak SCIM known.</summary>
internal static class ScimTargetExtensions
{
    public static IServiceCollection AddScimTarget(this IServiceCollection services) =>
        services.AddSingleton(provider => DriverOf(provider.GetRequiredService<TimeProvider>()));

    /// <summary>What Regent knows of them.</summary>
    public static TargetDriver DriverOf(TimeProvider clock) => new(TargetKind.Scim, "SCIM application", ScimTargetOptions.Settings, target => Open(target, clock))
    {
        AccountMeans = "the userName of a user in the application, or the attribute chosen",
        EntitlementMeans = "the displayName of a group in the application, or the attribute chosen",
    };

    private static Outcome<ITarget> Open(Target target, TimeProvider clock) => ScimTargetOptions.Read(target.Settings) switch
    {
        Outcome<ScimTargetOptions>.Done done => new Outcome<ITarget>.Done(new ScimTarget(done.Value, clock)),
        Outcome<ScimTargetOptions>.Refused refused => new Outcome<ITarget>.Refused(refused.Reasons),
        var other => throw new UnreachableException($"{other}"),
    };
}
