using System.DirectoryServices.Protocols;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Ldap;

/// <summary>A group that is gone, and one that the server hides: real access rules of OpenLDAP, which answers both alike.</summary>
public sealed class LdapSightTests(OpenLdapFixture directory) : IClassFixture<OpenLdapFixture>, IDisposable
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => directory.Server.LetChange(allowed: true);

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public async Task What_is_missing_at_a_place_that_can_be_looked_into_is_gone(int count)
    {
        var (part, target, held) = await GivenAsync(count);
        await using var _ = target;
        Delete(part.Groups[0]);

        Assert.All(await target.ObserveAsync(held, Ct), one => Assert.Equal(Observation.Absent, one));
        Assert.All(await target.RevokeAsync(held, Ct), answer => Assert.Equal(TargetAnswer.Done, answer));
    }

    [Fact]
    public async Task The_last_group_of_a_place_can_be_gone_too()
    {
        var (part, target, held) = await GivenAsync(1);
        await using var _ = target;
        part.Groups.ToList().ForEach(Delete);

        Assert.Equal([TargetAnswer.Done], await target.RevokeAsync(held, Ct));
        Assert.Equal([Observation.Absent], await target.ObserveAsync(held, Ct));
    }

    [Theory]
    [InlineData("subtree", 1)]
    [InlineData("subtree", 10)]
    [InlineData("children", 1)]
    public async Task What_is_hidden_with_all_around_it_counts_as_there_until_it_can_be_read_again(string scope, int count)
    {
        var (part, target, held) = await GivenAsync(count);
        await using var _ = target;
        directory.Server.Hide($"dn.{scope}=\"{part.GroupsBase}\"");

        Assert.All(await target.RevokeAsync(held, Ct), answer => AssertHidden(answer, part));
        Assert.All(await target.ObserveAsync(held, Ct), one => AssertHidden(one.Trouble, part));
        Assert.Equal([part.Groups[0]], (await target.ListAsync([part.Groups[0]], Ct)).Unknown);

        directory.Server.LetChange(allowed: true);
        Assert.All(await target.ObserveAsync(held, Ct), one => Assert.Equal(Observation.Held, one));
        Assert.All(await target.RevokeAsync(held, Ct), answer => Assert.Equal(TargetAnswer.Done, answer));
        Assert.Empty(part.Held());
    }

    [Fact]
    public async Task Who_is_gone_while_the_group_is_hidden_may_still_be_in_it()
    {
        var (part, target, held) = await GivenAsync(1);
        await using var _ = target;
        part.Delete(held[0].Account);
        directory.Server.Hide($"dn.subtree=\"{part.GroupsBase}\"");

        AssertHidden(Assert.Single(await target.RevokeAsync(held, Ct)), part);
        AssertHidden(Assert.Single(await target.ObserveAsync(held, Ct)).Trouble, part);
    }

    [Fact]
    public async Task A_place_that_was_removed_with_its_groups_is_doubted_until_it_is_there_again()
    {
        var (part, target, held) = await GivenAsync(1);
        await using var _ = target;
        part.Groups.ToList().ForEach(Delete);
        Delete(part.GroupsBase);

        AssertHidden(Assert.Single(await target.RevokeAsync(held, Ct)), part);

        directory.Server.Add(part.GroupsBase, "organizationalUnit");
        Assert.Equal([TargetAnswer.Done], await target.RevokeAsync(held, Ct));
    }

    [Fact]
    public async Task Giving_what_is_not_found_says_both_that_may_be()
    {
        var (part, target, _) = await GivenAsync(1);
        await using var open = target;
        directory.Server.Hide($"dn.exact=\"{part.Groups[0]}\"");

        var answer = Assert.Single(await target.GrantAsync([new TargetGrant(new Holding("person3", part.Groups[0]), Until: null)], Ct));

        Assert.Equal(TargetResult.UnknownEntitlement, answer.Result);
        Assert.Equal($"The group {part.Groups[0]} is not found: it was removed, or Regent's account may no longer read it.", answer.Words);
    }

    private static void AssertHidden(TargetAnswer? answer, OpenLdapPart part)
    {
        Assert.Equal(TargetResult.Refused, answer?.Result);
        Assert.StartsWith($"The group {part.Groups[0]} is not found: it was removed, or Regent's account may no longer read it.", answer!.Words, StringComparison.Ordinal);
        Assert.Contains($"Nothing in {part.GroupsBase} can be read either", answer.Words, StringComparison.Ordinal);
    }

    private async Task<(OpenLdapPart Part, ITarget Target, Holding[] Held)> GivenAsync(int count)
    {
        var part = directory.Server.AddPart();
        var target = LdapDriver.Opened(part.Settings($"ldaps://127.0.0.1:{directory.Server.TlsPort}"));
        var held = part.Accounts.Take(count).Select(account => new Holding(account, part.Groups[0])).ToArray();
        Assert.All(await target.GrantAsync([.. held.Select(one => new TargetGrant(one, Until: null))], Ct), answer => Assert.Equal(TargetAnswer.Done, answer));
        return (part, target, held);
    }

    private void Delete(string name) => directory.Server.Data.SendRequest(new DeleteRequest(name));
}
