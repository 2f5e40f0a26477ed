using System.DirectoryServices.Protocols;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Ldap;

/// <summary>A real OpenLDAP server spells names its own way; settings and the ledger may spell them in others.</summary>
public sealed class LdapSpellingTests(OpenLdapFixture directory) : IClassFixture<OpenLdapFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("member", "groupOfNames")]
    [InlineData("uniqueMember", "groupOfUniqueNames")]
    public async Task The_placeholder_is_nobody_however_it_is_spelt(string attribute, string objectClass)
    {
        var part = directory.Server.AddPart(attribute);
        var group = $"cn=full,{part.GroupsBase}";
        directory.Server.Add(group, objectClass, (attribute, part.PersonDn("person0")));
        await using var target = Opened(part, ("placeholder", " CN=Nobody, DC=Regent ,dc=example"));

        Assert.Equal([TargetAnswer.Done], await target.RevokeAsync([new Holding("person0", group)], Ct));

        Assert.Single(part.Values(group));
        Assert.Empty((await target.ListAsync([group], Ct)).Holdings);
    }

    [Fact]
    public async Task Who_is_gone_is_told_by_a_name_below_the_base_however_that_is_spelt()
    {
        var part = directory.Server.AddPart();
        await using var target = Opened(part, ("peopleBase", part.PeopleBase.Replace(",", " , ", StringComparison.Ordinal).ToUpperInvariant()));
        Holding[] gone = [new(part.Accounts[1], part.Groups[1]), new("person4", part.Groups[1])];
        Array.ForEach(gone, part.Give);
        Array.ForEach(gone, one => part.Delete(one.Account));

        Assert.Equal(gone.ToHashSet(), (await target.ListAsync([part.Groups[1]], Ct)).Holdings.ToHashSet());
        Assert.Equal([TargetAnswer.Done, TargetAnswer.Done], await target.RevokeAsync(gone, Ct));
        Assert.Empty(part.Held());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(12)]
    public async Task Members_that_are_told_by_their_names_are_seen_and_taken_out_in_any_spelling(int count)
    {
        var part = directory.Server.AddPart();
        var numbers = Enumerable.Range(0, count).ToArray();
        Put(part.Groups[0], [.. numbers.Select(number => $"cn=a\\2Cb{number}+sn=\\C3\\BC,ou=elsewhere,{OpenLdapServer.Suffix}")]);
        var spelt = numbers.Select(number => new Holding($"SN=Ü + CN=\"a,b{number}\" , OU=Elsewhere, dc=regent,DC=example", part.Groups[0])).ToArray();
        await using var target = Opened(part);

        Assert.All(await target.ObserveAsync(spelt, Ct), one => Assert.Equal(Observation.Held, one));
        Assert.Equal(
            spelt.Select(one => one.Account).ToHashSet(TargetKind.Ldap.Names()),
            (await target.ListAsync([part.Groups[0]], Ct)).Holdings.Select(one => one.Account).ToHashSet(TargetKind.Ldap.Names()));
        Assert.All(await target.RevokeAsync(spelt, Ct), answer => Assert.Equal(TargetAnswer.Done, answer));
        Assert.Empty(part.Held());
    }

    [Fact]
    public async Task What_the_directory_keeps_is_never_done_because_it_is_spelt_otherwise()
    {
        var part = directory.Server.AddPart();
        var group = $"cn=full,{part.GroupsBase}";
        directory.Server.Add(group, "groupOfNames", ("member", $"cn=a\\2Cb,ou=elsewhere,{OpenLdapServer.Suffix}"));
        await using var target = Opened(part, ("placeholder", ""));

        var answer = Assert.Single(await target.RevokeAsync([new Holding($"CN=a\\,b,OU=elsewhere, {OpenLdapServer.Suffix}", group)], Ct));

        Assert.Equal(TargetResult.Refused, answer.Result);
        Assert.Contains("ObjectClassViolation", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_group_in_two_spellings_is_one_group()
    {
        var part = directory.Server.AddPart();
        var other = part.Groups[1].Replace("\\2C", "\\,", StringComparison.Ordinal).Replace(",ou=", ", OU = ", StringComparison.Ordinal);
        await using var target = Opened(part);
        Holding[] both = [new("person0", part.Groups[1]), new("person2", other), new("person0", other)];

        Assert.All(await target.GrantAsync([.. both.Select(one => new TargetGrant(one, Until: null))], Ct), answer => Assert.Equal(TargetAnswer.Done, answer));

        Assert.All(await target.ObserveAsync(both, Ct), one => Assert.Equal(Observation.Held, one));
        Assert.Equal(2, (await target.ListAsync([other], Ct)).Holdings.Count);
        Assert.Equal(other, part.Groups[1], TargetKind.Ldap.Names());
    }

    [Fact]
    public async Task Members_that_are_spelt_otherwise_are_people_who_are_taken_over()
    {
        var part = directory.Server.AddPart(people: 3);
        Put(part.Groups[0], [part.PersonDn(part.Accounts[1]).ToUpperInvariant().Replace("\\2C", "\\,", StringComparison.Ordinal).Replace(",OU=", " , ou=", StringComparison.Ordinal)]);
        await using var target = Opened(part, ("syncPeople", "true"), ("syncUpn", "cn"), ("syncGroupsFilter", "(cn=ops)"));

        var reading = await ((IDirectorySource)target).ReadAsync(new SourceAsk(Bookmark: null, new HashSet<string>()), Ct);

        Assert.Equal([reading.People.Single(one => one.UserPrincipalName == part.Accounts[1]).Key], Assert.Single(reading.Groups).Members);
    }

    private ITarget Opened(OpenLdapPart part, params (string Name, string Value)[] more) =>
        LdapDriver.Opened(part.Settings($"ldaps://127.0.0.1:{directory.Server.TlsPort}").With(more.Select(one => KeyValuePair.Create(one.Name, one.Value))));

    private void Put(string group, string[] members)
    {
        var change = new DirectoryAttributeModification { Name = "member", Operation = DirectoryAttributeOperation.Add };
        change.AddRange(members);
        directory.Server.Data.SendRequest(new ModifyRequest(group, change));
    }
}
