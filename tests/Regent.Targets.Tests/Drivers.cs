using Microsoft.Extensions.DependencyInjection;
using Regent.Operations.Ports;

namespace Regent.Targets.Tests;

/// <summary>Drivers as the server gets them, each without what the others need.</summary>
internal static class Drivers
{
    public static TargetDriver Of(Func<IServiceCollection, IServiceCollection> add) =>
        add(new ServiceCollection().AddSingleton(TimeProvider.System)).BuildServiceProvider().GetRequiredService<TargetDriver>();
}
