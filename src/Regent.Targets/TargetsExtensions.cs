using Microsoft.Extensions.DependencyInjection;
using Regent.Targets.Postgres;
using Regent.Targets.Webhook;

namespace Regent.Targets;

/// <summary>The targets' one door.</summary>
public static class TargetsExtensions
{
    /// <summary>Registers a driver for each kind of target.</summary>
    public static IServiceCollection AddRegentTargets(this IServiceCollection services) => services
        .AddPostgresTarget()
        .AddWebhookTarget();
}
