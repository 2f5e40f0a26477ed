using Microsoft.Extensions.DependencyInjection;
using Regent.Targets.Ssh;

namespace Regent.Targets;

/// <summary>The targets' one door: every kind of system this server can reach.</summary>
public static class TargetsExtensions
{
    public static IServiceCollection AddRegentTargets(this IServiceCollection services) => services
        .AddSshTarget();
}
