using System.DirectoryServices.Protocols;
using Regent.Operations.Ports;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Ldap;

/// <summary>People and groups are read from a real domain.</summary>
[Collection(SambaFixture.Name)]
public sealed class SambaSourceTests(SambaFixture directory)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_is_read_with_the_flag_of_their_account_and_changes_by_their_number()
    {
        var part = directory.Domain.AddPart(people: 4);
        foreach (var account in part.Accounts)
        {
            Set(part.PersonDn(account), "userAccountControl", account == part.Accounts[3] ? "546" : "544");
        }

        part.Give(part.PersonDn(part.Accounts[0]), part.Groups[0]);
        part.Give(part.Groups[1], part.Groups[0]);
        await using var proxy = CuttableProxy.To(directory.Domain.Encrypted);
        await using var target = Opened(part, proxy);
        var source = (IDirectorySource)target;

        var first = await source.ReadAsync(new SourceAsk(Bookmark: null, new HashSet<string>()), Ct);

        Assert.Null(first.Trouble);
        Assert.Equal(part.Accounts.Select(SambaPart.Upn).Order(), first.People.Select(one => one.UserPrincipalName).Order());
        var ids = first.People.ToDictionary(one => one.UserPrincipalName!, one => one.Key);
        Assert.Equal([true, true, true, false], part.Accounts.Select(account => first.PeopleThere[ids[SambaPart.Upn(account)]]));
        Assert.Equal(
            new[] { ids[SambaPart.Upn(part.Accounts[0])], first.Groups.Single(one => one.DisplayName == "dba").Key }.Order(),
            first.Groups.Single(one => one.DisplayName == "ops").Members.Order());

        Set(part.PersonDn(part.Accounts[1]), "department", "Engines");
        Set(part.PersonDn(part.Accounts[2]), "userAccountControl", "546");
        directory.Domain.Data.SendRequest(new DeleteRequest(part.PersonDn(part.Accounts[0])));
        var known = first.PeopleThere.Keys.Concat(first.GroupsThere.Keys).ToHashSet();
        var second = await source.ReadAsync(new SourceAsk(first.Bookmark, known), Ct);

        Assert.False(second.IsWhole);
        Assert.Equal(new[] { part.Accounts[1], part.Accounts[2] }.Select(SambaPart.Upn), second.People.Select(one => one.UserPrincipalName).Order());
        Assert.Equal("Engines", second.People.Single(one => one.Department is not null).Department);
        Assert.False(second.PeopleThere[ids[SambaPart.Upn(part.Accounts[2])]]);
        Assert.Equal(3, second.PeopleThere.Count);

        Assert.Empty((await source.ReadAsync(new SourceAsk(second.Bookmark, known), Ct)).People);
        Assert.True((await source.ReadAsync(new SourceAsk($"{Guid.Empty} 5", known), Ct)).IsWhole);
    }

    [Fact]
    public async Task What_takes_several_pages_is_read_to_its_end()
    {
        var part = directory.Domain.AddPart(people: 23);
        foreach (var account in part.Accounts)
        {
            part.Give(part.PersonDn(account), part.Groups[0]);
        }

        await using var proxy = CuttableProxy.To(directory.Domain.Encrypted);
        await using var target = Opened(part, proxy, KeyValuePair.Create("pageSize", "5"));
        var reading = await ((IDirectorySource)target).ReadAsync(new SourceAsk(Bookmark: null, new HashSet<string>()), Ct);

        Assert.Equal(23, reading.PeopleThere.Count);
        Assert.Equal(reading.PeopleThere.Keys.Order(), reading.Groups.Single(one => one.DisplayName == "ops").Members.Order());
    }

    private static ITarget Opened(SambaPart part, CuttableProxy proxy, params KeyValuePair<string, string>[] more) => LdapDriver.Opened(
        part.Settings($"ldaps://127.0.0.1:{proxy.Port}").With(
            [new("peopleBase", part.Place), new("syncPeople", "true"), new("syncGroupsFilter", "(objectClass=group)"), .. more]));

    private void Set(string name, string attribute, string value) =>
        directory.Domain.Data.SendRequest(new ModifyRequest(name, DirectoryAttributeOperation.Replace, attribute, value));
}
