using Microsoft.Extensions.DependencyInjection;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Targets.Ldap;
using Regent.Testing;

namespace Regent.Targets.Tests.Ldap;

/// <summary>The driver as the product gets it.</summary>
internal static class LdapDriver
{
    public static TargetDriver Get() => new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddLdapTarget()
        .BuildServiceProvider()
        .GetServices<TargetDriver>()
        .Single(driver => driver.Kind == TargetKind.Ldap);

    public static Outcome<ITarget> Open(TargetSettings settings)
    {
        Assert.True(AccountTemplate.TryParse("{name}", out var accounts));
        return Get().Open(new Target(TargetId.At(TimeProvider.System.GetUtcNow()), "Directory", TargetKind.Ldap, accounts, settings, default));
    }

    public static ITarget Opened(TargetSettings settings) => Open(settings).Done();
}
