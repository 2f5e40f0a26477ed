using Microsoft.Extensions.DependencyInjection;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations;
using Regent.Operations.Ports;

namespace Regent.Targets.Ssh;

/// <summary>Makes SSH certificate authorities known.</summary>
public static class SshTargetExtensions
{
    public static IServiceCollection AddSshTarget(this IServiceCollection services) => services.AddSingleton(provider => Driver(
        provider.GetRequiredService<ISshDesk>(), provider.GetRequiredService<IUnitOfWork>(),
        provider.GetRequiredService<ISecretBox>(), provider.GetRequiredService<TimeProvider>()));

    private static TargetDriver Driver(ISshDesk desk, IUnitOfWork unit, ISecretBox secrets, TimeProvider clock) => new(
        TargetKind.Ssh, "SSH certificates", SshTargetOptions.Settings, target => Open(target, desk, unit, secrets, clock))
    {
        AccountMeans = "whom a certificate is issued to; servers see it in their logs only",
        EntitlementMeans = "a certificate principal, as it stands in the AuthorizedPrincipalsFile of servers",
        EndsByItself = true,
    };

    private static Outcome<ITarget> Open(Target target, ISshDesk desk, IUnitOfWork unit, ISecretBox secrets, TimeProvider clock) =>
        SshTargetOptions.Read(target.Settings).Then<SshTargetOptions, ITarget>(options => new SshTarget(
            target, options, desk, unit, new AuthoritySource(target.Id, options, desk, unit, secrets, clock), clock));
}
