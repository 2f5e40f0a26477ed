using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Webhook;

/// <summary>Any system that takes signed calls as a target.</summary>
internal static class WebhookTargetExtensions
{
    public static IServiceCollection AddWebhookTarget(this IServiceCollection services) => services.AddSingleton(provider =>
    {
        var clock = provider.GetRequiredService<TimeProvider>();
        return new TargetDriver(TargetKind.Webhook, "Webhook", WebhookTargetOptions.Settings, target => Open(target, clock))
        {
            AccountMeans = "whatever the other end calls an account",
            EntitlementMeans = "whatever the other end calls what an account can have",
        };
    });

    private static Outcome<ITarget> Open(Target target, TimeProvider clock) => WebhookTargetOptions.Read(target.Settings) switch
    {
        Outcome<WebhookTargetOptions>.Done { Value: var options } => new Outcome<ITarget>.Done(new WebhookTarget(options, target.Id, clock)),
        Outcome<WebhookTargetOptions>.Refused { Reasons: var reasons } => new Outcome<ITarget>.Refused(reasons),
        _ => throw new UnreachableException(),
    };
}
