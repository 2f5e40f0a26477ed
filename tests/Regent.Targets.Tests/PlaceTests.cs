using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Operations.Provisioning;
using Regent.Testing.Fakes;

namespace Regent.Targets.Tests;

/// <summary>
/// Which settings of each kind say where access lands, and which to whom secrets are shown. A new setting that is about neither has to be named
/// as such, or stands here.
/// </summary>
public sealed class PlaceTests
{
    public static TheoryData<TargetKind, string, string> Kinds => new()
    {
        { TargetKind.Ldap, "servers flavour peopleBase accountAttribute memberAttribute", "servers caCertificates" },
        { TargetKind.Postgres, "host port", "host port caCertificates" },
        { TargetKind.Ssh, "", "" },
        { TargetKind.Scim, "url usersBy groupsBy", "url tokenUrl caCertificates" },
        { TargetKind.Kubernetes, "server kubeconfig accountsAre", "server caCertificates" },
        { TargetKind.Entra, "tenant accountsAre graphUrl", "tenant authority graphUrl caCertificates" },
        { TargetKind.Azure, "tenant accountsAre armUrl graphUrl", "tenant armUrl authority graphUrl caCertificates" },
        { TargetKind.Webhook, "url", "url caCertificates" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_setting_says_where_access_lands_or_to_whom_secrets_are_shown_or_neither(TargetKind kind, string moved, string redirected)
    {
        var driver = Driver(kind);

        Assert.Equal(moved, Named(driver, TargetPlace.Moved));
        Assert.Equal(redirected, Named(driver, TargetPlace.Redirected));
    }

    [Fact]
    public void A_default_that_is_written_out_and_other_line_ends_are_no_other_place()
    {
        var postgres = Driver(TargetKind.Postgres);
        var ldap = Driver(TargetKind.Ldap);

        Assert.Empty(TargetPlace.Moved(postgres, Set("host", "db"), Set("host", "db ").With([new("port", "5432")])));
        Assert.Empty(TargetPlace.Moved(ldap, Set("servers", "ldaps://a\nldaps://b"), Set("servers", "ldaps://a\r\nldaps://b\r\n")));
        Assert.NotEmpty(TargetPlace.Moved(ldap, Set("servers", "ldaps://a\nldaps://b"), Set("servers", "ldaps://a")));
    }

    private static string Named(TargetDriver driver, Func<TargetDriver, TargetSettings, TargetSettings, IReadOnlyList<TargetSetting>> differing) => string.Join(
        ' ', driver.Settings.Where(setting => differing(driver, TargetSettings.None, Set(setting.Name, "other")).Count > 0).Select(setting => setting.Name));

    private static TargetSettings Set(string name, string text) => new(new Dictionary<string, string> { [name] = text });

    private static TargetDriver Driver(TargetKind kind)
    {
        using var world = new FakeWorld();
        return new ServiceCollection()
            .AddSingleton<ISshDesk>(world.SshDesk).AddSingleton<IUnitOfWork>(world.Unit).AddSingleton<ISecretBox, FakeSecretBox>().AddSingleton<TimeProvider>(world.Clock)
            .AddRegentTargets().BuildServiceProvider().GetServices<TargetDriver>().Single(driver => driver.Kind == kind);
    }
}
