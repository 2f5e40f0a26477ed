using Microsoft.Extensions.DependencyInjection;
using Regent.Targets.Azure;
using Regent.Targets.Entra;
using Regent.Targets.Kubernetes;
using Regent.Targets.Ldap;
using Regent.Targets.Postgres;
using Regent.Targets.Scim;
using Regent.Targets.Ssh;
using Regent.Targets.Webhook;

namespace Regent.Targets;

/// <summary>The targets' one door: every kind of system this server can reach.</summary>
public static class TargetsExtensions
{
    /// <summary>Registers a driver for each kind of target.</summary>
    public static IServiceCollection AddRegentTargets(this IServiceCollection services) => services
        .AddAzureTarget().AddEntraTarget().AddKubernetesTarget().AddLdapTarget().AddPostgresTarget().AddScimTarget().AddSshTarget()
        .AddWebhookTarget();
}
