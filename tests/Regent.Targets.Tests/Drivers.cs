using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Tests;

/// <summary>The drivers as the server gets them.</summary>
internal static class Drivers
{
    public static TargetDriver Of(TargetKind kind) => new ServiceCollection().AddSingleton(TimeProvider.System).AddRegentTargets()
        .BuildServiceProvider().GetServices<TargetDriver>().Single(driver => driver.Kind == kind);
}
