using Microsoft.Extensions.DependencyInjection;
using Regent.Targets.Ldap;

namespace Regent.Targets;

/// <summary>The one door of the systems where access lands.</summary>
public static class TargetsExtensions
{
    /// <summary>Brings every kind of target that Regent knows.</summary>
    public static IServiceCollection AddRegentTargets(this IServiceCollection services) => services
        .AddLdapTarget();
}
