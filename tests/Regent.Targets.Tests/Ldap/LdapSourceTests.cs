using System.DirectoryServices.Protocols;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Ldap;

/// <summary>People and groups are read from a real OpenLDAP server.</summary>
public sealed class LdapSourceTests(OpenLdapFixture directory) : IClassFixture<OpenLdapFixture>
{
    private static readonly KeyValuePair<string, string>[] ByCn = [new("syncPeople", "true"), new("syncUpn", "cn"), new("syncGroupsFilter", "(objectClass=*)")];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_is_read_with_their_attributes_and_their_groups()
    {
        var part = directory.Server.AddPart(people: 3);
        Set(part.PersonDn("person0"), ("displayName", "Ada Lovelace"), ("mail", "ada@post.example"), ("title", "Analyst"), ("departmentNumber", "7"));
        part.Give(new Holding("person0", part.Groups[0]));
        part.Give(new Holding(part.Accounts[1], part.Groups[0]));
        Set(part.Groups[1], ("member", part.Groups[0]), ("member", "uid=stranger,dc=elsewhere"));

        var reading = await ReadAsync(part, [.. ByCn, new("syncGroupsFilter", "(objectClass=groupOfNames)")]);

        Assert.Null(reading.Trouble);
        Assert.True(reading.IsWhole);
        Assert.Equal(3, reading.PeopleThere.Count);
        Assert.All(reading.PeopleThere, one => Assert.True(one.Value && Guid.TryParse(one.Key, out _)));
        var ada = Assert.Single(reading.People, one => one.UserPrincipalName == "person0");
        Assert.Equal(
            new SourcePerson(ada.Key) { UserPrincipalName = "person0", DisplayName = "Ada Lovelace", Mail = "ada@post.example", JobTitle = "Analyst", Department = "7" },
            ada);
        var odd = Assert.Single(reading.People, one => one.UserPrincipalName == part.Accounts[1]);
        Assert.Equal((part.Accounts[1], null, null), (odd.DisplayName, odd.Mail, odd.Department));
        var (ops, dba) = (reading.Groups.Single(one => one.DisplayName == "ops"), reading.Groups.Single(one => one.DisplayName == "dba, europe"));
        Assert.Equal(new HashSet<string> { ada.Key, odd.Key }, ops.Members.ToHashSet());
        Assert.Equal([ops.Key], dba.Members);
        Assert.Equal(part.Groups[0], reading.GroupsThere[ops.Key], ignoreCase: true);
    }

    [Fact]
    public async Task Filters_say_who_is_taken_over_and_who_is_disabled_and_who_has_no_sign_in_name_is_not()
    {
        var part = directory.Server.AddPart(people: 4);
        Set(part.PersonDn("person0"), ("mail", "a@regent.example"), ("title", "gone"));
        Set(part.PersonDn("person2"), ("mail", "c@regent.example"));
        Set(part.PersonDn("person3"), ("mail", "d@regent.example"), ("employeeType", "external"));

        var reading = await ReadAsync(part, [new("syncPeople", "true"), new("syncFilter", "(!(employeeType=external))"), new("syncDisabledFilter", "(title=gone)")]);

        Assert.Equal(["a@regent.example", "c@regent.example"], reading.People.Select(one => one.UserPrincipalName).Order());
        Assert.Equal([false, true], reading.People.OrderBy(one => one.UserPrincipalName).Select(one => reading.PeopleThere[one.Key]));
        Assert.Empty(reading.GroupsThere);
    }

    [Fact]
    public async Task After_a_bookmark_only_changes_are_read_and_who_is_there_all_the_same()
    {
        var part = directory.Server.AddPart(people: 5);
        await using var target = LdapDriver.Opened(Settings(part, ByCn));
        var source = (IDirectorySource)target;
        var first = await source.ReadAsync(new SourceAsk(Bookmark: null, new HashSet<string>()), Ct);
        Assert.NotNull(first.Bookmark);
        await NextSecondAsync(part, first.Bookmark);
        Set(part.PersonDn("person4"), ("title", "Mathematician"));
        first = await source.ReadAsync(new SourceAsk(Bookmark: null, new HashSet<string>()), Ct);
        var known = first.PeopleThere.Keys.Concat(first.GroupsThere.Keys).ToHashSet();

        Set(part.PersonDn("person2"), ("title", "Analyst"));
        part.Delete("person3");
        var second = await source.ReadAsync(new SourceAsk(first.Bookmark, known), Ct);

        Assert.False(second.IsWhole);
        Assert.Equal("person2", Assert.Single(second.People, one => one.JobTitle == "Analyst").UserPrincipalName);
        Assert.DoesNotContain(second.People, one => one.UserPrincipalName == "person0");
        Assert.Equal(4, second.PeopleThere.Count);

        // Somebody who came into sight without a change is read as well, and so is every group.
        var stranger = first.People.Single(one => one.UserPrincipalName == "person0").Key;
        var third = await source.ReadAsync(new SourceAsk(second.Bookmark, known.Where(key => key != stranger).ToHashSet()), Ct);
        Assert.Contains(third.People, one => one.Key == stranger);
        Assert.Equal(second.GroupsThere.Keys.ToHashSet(), third.Groups.Select(one => one.Key).ToHashSet());
    }

    [Fact]
    public async Task Who_is_renamed_or_moved_keeps_the_key()
    {
        var part = directory.Server.AddPart(people: 1);
        var before = await ReadAsync(part, ByCn);

        directory.Server.Data.SendRequest(new ModifyDNRequest(part.PersonDn("person0"), part.PeopleBase, "uid=somebody"));

        Assert.Equal(before.PeopleThere.Keys, (await ReadAsync(part, ByCn)).PeopleThere.Keys);
    }

    [Fact]
    public async Task Members_by_uid_are_people_as_well()
    {
        var part = directory.Server.AddPart("memberUid", people: 2);
        part.Give(new Holding("person0", part.Groups[0]));

        var reading = await ReadAsync(part, [.. ByCn, new("syncGroupsFilter", "(objectClass=posixGroup)")]);

        Assert.Equal(
            [reading.People.Single(one => one.UserPrincipalName == "person0").Key], reading.Groups.Single(one => one.DisplayName == "ops").Members);
    }

    [Fact]
    public async Task Trouble_is_an_answer()
    {
        var part = directory.Server.AddPart(people: 1);

        Assert.Equal(TargetResult.Refused, (await ReadAsync(part, [.. ByCn, new("peopleBase", $"ou=nowhere,{OpenLdapServer.Suffix}")])).Trouble!.Result);
        Assert.Equal(TargetResult.Refused, (await ReadAsync(part, [.. ByCn, new("syncFilter", "(x)")])).Trouble!.Result);
        Assert.Equal(TargetResult.Unreachable, (await ReadAsync(part, [.. ByCn, new("servers", $"ldaps://127.0.0.1:{TestProcess.FreePort(System.Net.IPAddress.Loopback)}")])).Trouble!.Result);
    }

    [Theory]
    [InlineData("syncFilter", "(a=b)(c=d)")]
    [InlineData("syncGroupsFilter", "cn=x")]
    [InlineData("syncUpn", "mail)(x")]
    [InlineData("syncEveryMinutes", "100000")]
    [InlineData("syncLargestLoss", "101")]
    [InlineData("groupsBase", "")]
    public void What_cannot_work_is_refused_by_its_name(string setting, string value)
    {
        var part = directory.Server.AddPart(people: 0);

        var refused = LdapDriver.Open(Settings(part, [.. ByCn, new(setting, value)]));

        Assert.Contains(Assert.IsType<Core.Outcome<ITarget>.Refused>(refused).Reasons, reason => reason.Target == setting);
    }

    private TargetSettings Settings(OpenLdapPart part, params KeyValuePair<string, string>[] more) =>
        part.Settings($"ldaps://127.0.0.1:{directory.Server.TlsPort}").With(more);

    private async Task<SourceReading> ReadAsync(OpenLdapPart part, params KeyValuePair<string, string>[] more)
    {
        await using var target = LdapDriver.Opened(Settings(part, more));
        return await ((IDirectorySource)target).ReadAsync(new SourceAsk(Bookmark: null, new HashSet<string>()), Ct);
    }

    private void Set(string name, params (string Attribute, string Value)[] values)
    {
        foreach (var (attribute, value) in values)
        {
            directory.Server.Data.SendRequest(new ModifyRequest(name, DirectoryAttributeOperation.Add, attribute, value));
        }
    }

    // The server's clock tells changes apart by the second, and nothing but its own changes shows what time it has.
    private async Task NextSecondAsync(OpenLdapPart part, string bookmark)
    {
        for (var number = 0; ; number++)
        {
            var name = $"ou=tick{number},{part.GroupsBase}";
            directory.Server.Add(name, "organizationalUnit");
            var stamp = ((SearchResponse)directory.Server.Data.SendRequest(
                new SearchRequest(name, "(objectClass=*)", SearchScope.Base, "modifyTimestamp"))).Entries[0].Attributes["modifyTimestamp"][0].ToString()!;
            directory.Server.Data.SendRequest(new DeleteRequest(name));
            if (string.CompareOrdinal(stamp, bookmark.Split(' ')[1]) > 0)
            {
                return;
            }

            await Task.Yield();
        }
    }
}
