using Microsoft.Extensions.DependencyInjection;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Ldap;

/// <summary>Brings directories to Regent.</summary>
public static class LdapTargetExtensions
{
    /// <summary>Has access land in groups of LDAP directories and of Active Directory.</summary>
    public static IServiceCollection AddLdapTarget(this IServiceCollection services) =>
        services.AddSingleton(provider => Driver(provider.GetRequiredService<TimeProvider>()));

    private static TargetDriver Driver(TimeProvider clock) =>
        new(TargetKind.Ldap, "LDAP or Active Directory", LdapTargetSettings.All, target => Open(target, clock))
        {
            AccountMeans = "the account attribute of a person, such as the uid or the sAMAccountName",
            EntitlementMeans = "the DN of a group",
            GivesPeople = true,
        };

    private static Outcome<ITarget> Open(Target target, TimeProvider clock) => LdapTargetOptions.Read(target.Settings) switch
    {
        Outcome<LdapTargetOptions>.Refused refused => new Outcome<ITarget>.Refused(refused.Reasons),
        Outcome<LdapTargetOptions>.Done done => new Outcome<ITarget>.Done(new LdapTarget(done.Value, clock)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
