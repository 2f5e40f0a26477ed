using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Targets.Ldap;
using Regent.Testing;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Ldap;

public sealed class LdapTargetOptionsTests
{
    private static readonly TargetSettings Good = new(new Dictionary<string, string>
    {
        ["servers"] = "ldaps://one.example\n ldap://two.example:1389 ",
        ["bindDn"] = "cn=regent,dc=example",
        ["bindPassword"] = " secret ",
        ["peopleBase"] = "ou=people,dc=example",
    });

    [Fact]
    public void What_is_not_set_has_a_sensible_value()
    {
        var options = LdapTargetOptions.Read(Good).Done();

        Assert.Equal(["ldaps://one.example:636", "ldap://two.example:1389"], options.Servers.Select(server => server.ToString()));
        Assert.Equal(
            ("uid", "member", 500, TimeSpan.FromSeconds(10), " secret "),
            (options.AccountAttribute, options.MemberAttribute, options.PageSize, options.Timeout, options.BindPassword));
        Assert.False(options.EndsByItself);
    }

    [Fact]
    public void Active_Directory_knows_people_by_their_account_name_and_ends_memberships()
    {
        var options = LdapTargetOptions.Read(Good.With([new("flavour", "ActiveDirectory")])).Done();

        Assert.Equal(("sAMAccountName", true), (options.AccountAttribute, options.EndsByItself));
    }

    [Theory]
    [InlineData("servers", "")]
    [InlineData("servers", "http://directory.example")]
    [InlineData("servers", "ldaps://directory.example/dc=example")]
    [InlineData("servers", "directory.example")]
    [InlineData("bindDn", " ")]
    [InlineData("bindPassword", "")]
    [InlineData("peopleBase", "")]
    [InlineData("caCertificates", "-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----")]
    [InlineData("caCertificates", "no certificate")]
    [InlineData("flavour", "Novell")]
    [InlineData("memberAttribute", "memberOf")]
    [InlineData("memberBy", "GUID")]
    [InlineData("memberBy", "SID")]
    [InlineData("nested", "true")]
    [InlineData("accountAttribute", "uid)(cn")]
    [InlineData("peopleFilter", "(uid=a)(uid=b)")]
    [InlineData("peopleFilter", "uid=a")]
    [InlineData("peopleFilter", "(uid=a")]
    [InlineData("pageSize", "0")]
    [InlineData("pageSize", "many")]
    [InlineData("timeoutSeconds", "-1")]
    public void A_setting_that_cannot_work_is_refused_by_its_name(string setting, string value)
    {
        var refused = Assert.IsType<Outcome<LdapTargetOptions>.Refused>(LdapTargetOptions.Read(Good.With([new(setting, value)])));

        var reason = Assert.Single(refused.Reasons);
        Assert.Equal((RefusalCode.InvalidTarget, setting), (reason.Code, reason.Target));
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once() =>
        Assert.Equal(4, Assert.IsType<Outcome<LdapTargetOptions>.Refused>(LdapTargetOptions.Read(TargetSettings.None)).Reasons.Count);

    [Fact]
    public void Active_Directory_keeps_members_in_member_only()
    {
        var refused = LdapTargetOptions.Read(Good.With([new("flavour", "ActiveDirectory"), new("memberAttribute", "memberUid")]));

        Assert.Equal("memberAttribute", Assert.Single(Assert.IsType<Outcome<LdapTargetOptions>.Refused>(refused).Reasons).Target);
    }

    [Fact]
    public void Every_setting_of_the_form_is_read()
    {
        using var authority = new TestAuthority();
        var all = Good.With(
        [
            new("caCertificates", authority.Pem), new("flavour", "ActiveDirectory"), new("accountAttribute", "mail"), new("peopleFilter", "(objectClass=user)"),
            new("groupsBase", "ou=groups"), new("memberAttribute", "member"), new("memberBy", "SID"), new("placeholder", "cn=nobody"), new("nested", "true"),
            new("endsByItself", "false"), new("pageSize", "7"), new("timeoutSeconds", "3"),
            new("syncPeople", "true"), new("syncEveryMinutes", "5"), new("syncFilter", "(c=US)"), new("syncDisabledFilter", "(title=gone)"), new("syncUpn", "mail"),
            new("syncDisplayName", "name"), new("syncMail", "otherMail"), new("syncJobTitle", "role"), new("syncDepartment", "ou"), new("syncGroupsFilter", "(cn=team)"),
            new("syncGroupName", "label"), new("syncRoleGroups", "true"), new("syncLargestLoss", "3"),
        ]);

        var options = LdapTargetOptions.Read(all).Done();

        Assert.Equal(LdapTargetSettings.All.Select(setting => setting.Name).Order(), all.Values.Keys.Order());
        Assert.Equal(
            (authority.Pem.Trim(), "mail", "(objectClass=user)", "ou=groups", "member", true, "cn=nobody"),
            (options.Authorities, options.AccountAttribute, options.PeopleFilter, options.GroupsBase, options.MemberAttribute, options.BySid, options.Placeholder));
        Assert.Equal(
            new LdapSourceOptions
            {
                Rules = new SourceRules(TimeSpan.FromMinutes(5), LargestLoss: 3),
                Filter = "(&(c=US)(mail=*))",
                DisabledFilter = "(title=gone)",
                Upn = "mail",
                DisplayName = "name",
                Mail = "otherMail",
                JobTitle = "role",
                Department = "ou",
                GroupsFilter = "(cn=team)",
                GroupName = "label",
                RoleGroups = true,
            },
            options.Source);
        Assert.Equal((true, false, 7, TimeSpan.FromSeconds(3)), (options.Nested, options.EndsByItself, options.PageSize, options.Timeout));
    }
}
