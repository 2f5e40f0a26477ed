using System.Text.RegularExpressions;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Ldap;

/// <summary>The guide leads from a blank server to one that works, by its own words.</summary>
public sealed partial class LdapGuideTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_guide_says_makes_a_server_that_works_and_an_account_that_may_do_no_more()
    {
        Assert.SkipWhen(OpenLdapServer.Missing is not null || TestProcess.Find("ldapadd") is null, "slapd and ldap-utils are not installed.");
        var guide = await File.ReadAllTextAsync(GuidePath(), Ct);
        var steps = Ldif().Matches(guide).Select(step => step.Groups["text"].Value).ToArray();
        Assert.Equal(3, steps.Length);
        await using var server = await OpenLdapServer.StartAsync(Ct, blank: true);

        await server.ApplyAsync(steps[0], asAdministratorOf: OpenLdapServer.Suffix, Ct);
        await server.ApplyAsync(steps[1], asAdministratorOf: "cn=config", Ct);
        await server.ApplyAsync(server.WithItsFiles(steps[2]), asAdministratorOf: "cn=config", Ct);

        var settings = Settings(guide).With([new("servers", $"ldap://127.0.0.1:{server.Port}"), new("caCertificates", server.AuthorityPem)]);
        await using var target = LdapDriver.Opened(settings);
        var ops = new Holding("ada", "cn=ops,ou=groups,dc=regent,dc=example");
        Assert.All(await target.CheckAsync(Ct), finding => Assert.True(finding.IsGood, finding.Words));
        Assert.Equal([TargetAnswer.Done], await target.GrantAsync([new TargetGrant(ops, Until: null)], Ct));
        Assert.Equal([Observation.Held], await target.ObserveAsync([ops], Ct));
        Assert.Equal([TargetAnswer.Done], await target.RevokeAsync([ops], Ct));
        Assert.Empty((await target.ListAsync([ops.Entitlement], Ct)).Holdings);
    }

    private static TargetSettings Settings(string guide) => new(
        Setting().Matches(guide).ToDictionary(line => line.Groups["name"].Value, line => line.Groups["value"].Value.Trim()));

    private static string GuidePath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Regent.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests are not inside the repository.");
        }

        return Path.Combine(folder.FullName, "docs", "targets", "ldap.md");
    }

    [GeneratedRegex("```ldif\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Ldif();

    [GeneratedRegex("^(?<name>[a-zA-Z]+): {2,}(?<value>.+)$", RegexOptions.Multiline)]
    private static partial Regex Setting();
}
