using System.DirectoryServices.Protocols;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Ldap;

/// <summary>What is special about directories that hold DNs in groups.</summary>
public sealed class LdapDirectoryTests(OpenLdapFixture directory) : IClassFixture<OpenLdapFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("member", "groupOfNames")]
    [InlineData("uniqueMember", "groupOfUniqueNames")]
    public async Task The_last_member_leaves_the_placeholder_which_is_nobody(string attribute, string objectClass)
    {
        var part = directory.Server.AddPart(attribute);
        var group = $"cn=full,{part.GroupsBase}";
        directory.Server.Add(group, objectClass, (attribute, part.PersonDn("person0")));
        await using var target = LdapDriver.Opened(part.Settings(Encrypted));

        Assert.Equal([TargetAnswer.Done], await target.RevokeAsync([new Holding("person0", group)], Ct));

        Assert.Equal([OpenLdapPart.Placeholder], part.Values(group));
        Assert.Empty((await target.ListAsync([group], Ct)).Holdings);
        Assert.Equal([Observation.Absent], await target.ObserveAsync([new Holding(OpenLdapPart.Placeholder, group)], Ct));
        Assert.Equal([TargetAnswer.Done], await target.RevokeAsync([new Holding(OpenLdapPart.Placeholder, group)], Ct));
    }

    [Fact]
    public async Task Without_a_placeholder_the_last_member_of_a_group_that_needs_one_is_refused_and_the_others_go()
    {
        var part = directory.Server.AddPart();
        var group = $"cn=full,{part.GroupsBase}";
        directory.Server.Add(group, "groupOfNames", ("member", part.PersonDn("person0")), ("member", part.PersonDn("person2")));
        await using var target = LdapDriver.Opened(part.Settings(Encrypted).With([new("placeholder", "")]));

        var answers = await target.RevokeAsync([new Holding("person0", group), new Holding("person2", group)], Ct);

        Assert.Equal([TargetResult.Done, TargetResult.Refused], answers.Select(answer => answer.Result));
        Assert.Contains("ObjectClassViolation", answers[1].Words, StringComparison.Ordinal);
        Assert.Equal([part.PersonDn("person2")], part.Values(group));
    }

    [Fact]
    public async Task An_account_of_several_people_is_refused_and_never_guessed()
    {
        var part = directory.Server.AddPart();
        part.AddPerson("person3", $"cn=person3,{part.PeopleBase}");
        await using var target = LdapDriver.Opened(part.Settings(Encrypted));
        var holding = new Holding("person3", part.Groups[0]);

        Assert.Equal(TargetResult.Refused, Assert.Single(await target.GrantAsync([new TargetGrant(holding, Until: null)], Ct)).Result);
        Assert.Equal(TargetResult.Refused, Assert.Single(await target.RevokeAsync([holding], Ct)).Result);
        Assert.Null(Assert.Single(await target.ObserveAsync([holding], Ct)).IsHeld);
        Assert.Empty(part.Held());
    }

    [Fact]
    public async Task Who_is_gone_from_the_directory_is_still_seen_in_the_group_and_taken_out()
    {
        var part = directory.Server.AddPart();
        await using var target = LdapDriver.Opened(part.Settings(Encrypted));
        Holding[] gone = [new(part.Accounts[1], part.Groups[1]), new("person4", part.Groups[1])];
        Assert.All(await target.GrantAsync([.. gone.Select(one => new TargetGrant(one, Until: null))], Ct), answer => Assert.True(answer.IsDone));
        part.Delete(gone[0].Account);
        part.Delete(gone[1].Account);

        Assert.Equal(gone.ToHashSet(), (await target.ListAsync([part.Groups[1]], Ct)).Holdings.ToHashSet());
        Assert.Equal([Observation.Held, Observation.Held], await target.ObserveAsync(gone, Ct));
        Assert.Equal([TargetAnswer.Done, TargetAnswer.Done], await target.RevokeAsync(gone, Ct));
        Assert.Empty(part.Held());
    }

    [Fact]
    public async Task A_member_who_is_nobody_here_is_told_by_the_dn_and_can_be_taken_out_by_it()
    {
        var part = directory.Server.AddPart();
        var stranger = new Holding($"cn=a\\2Cb,ou=elsewhere,{OpenLdapServer.Suffix}", part.Groups[0]);
        directory.Server.Data.SendRequest(new ModifyRequest(stranger.Entitlement, DirectoryAttributeOperation.Add, "member", stranger.Account));
        await using var target = LdapDriver.Opened(part.Settings(Encrypted));

        var told = Assert.Single((await target.ListAsync([stranger.Entitlement], Ct)).Holdings);

        Assert.Equal(stranger, told, (one, other) => string.Equals(one.Account, other.Account, StringComparison.OrdinalIgnoreCase));
        Assert.Equal([Observation.Held], await target.ObserveAsync([told], Ct));
        Assert.Equal(TargetResult.UnknownAccount, Assert.Single(await target.GrantAsync([new TargetGrant(told, Until: null)], Ct)).Result);
        Assert.Equal([TargetAnswer.Done], await target.RevokeAsync([told], Ct));
        Assert.Empty(part.Held());
    }

    [Fact]
    public async Task Who_does_not_match_the_filter_is_given_nothing_and_loses_what_they_had()
    {
        var part = directory.Server.AddPart();
        await using var all = LdapDriver.Opened(part.Settings(Encrypted));
        await using var some = LdapDriver.Opened(part.Settings(Encrypted).With([new("peopleFilter", "(!(uid=person5))")]));
        var holding = new Holding("person5", part.Groups[0]);

        Assert.Equal(TargetResult.UnknownAccount, Assert.Single(await some.GrantAsync([new TargetGrant(holding, Until: null)], Ct)).Result);
        Assert.True(Assert.Single(await all.GrantAsync([new TargetGrant(holding, Until: null)], Ct)).IsDone);
        Assert.Equal([Observation.Held], await some.ObserveAsync([holding], Ct));
        Assert.Equal([TargetAnswer.Done], await some.RevokeAsync([holding], Ct));
        Assert.Empty(part.Held());
    }

    [Fact]
    public async Task A_group_with_more_members_than_a_page_is_granted_listed_observed_and_emptied()
    {
        var part = directory.Server.AddPart(people: 450);
        await using var target = LdapDriver.Opened(part.Settings(Encrypted).With([new("pageSize", "100")]));
        var all = part.Accounts.Select(account => new Holding(account, part.Groups[0])).ToArray();
        part.Give(all[7]);

        Assert.All(await target.GrantAsync([.. all.Select(one => new TargetGrant(one, Until: null))], Ct), answer => Assert.Equal(TargetAnswer.Done, answer));
        Assert.Equal(all.ToHashSet(), (await target.ListAsync([part.Groups[0]], Ct)).Holdings.ToHashSet());
        Assert.All(await target.ObserveAsync(all, Ct), one => Assert.Equal(Observation.Held, one));
        Assert.All(await target.RevokeAsync(all, Ct), answer => Assert.Equal(TargetAnswer.Done, answer));
        Assert.Empty(part.Held());
    }

    [Fact]
    public async Task Something_that_is_no_group_takes_nobody_in()
    {
        var part = directory.Server.AddPart();
        await using var target = LdapDriver.Opened(part.Settings(Encrypted));

        var answer = Assert.Single(await target.GrantAsync([new TargetGrant(new Holding("person0", part.PersonDn("person2")), Until: null)], Ct));

        Assert.Equal(TargetResult.Refused, answer.Result);
    }

    private string Encrypted => $"ldaps://127.0.0.1:{directory.Server.TlsPort}";
}
