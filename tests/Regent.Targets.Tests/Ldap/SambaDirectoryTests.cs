using System.DirectoryServices.Protocols;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Ldap;

/// <summary>What is special about Active Directory.</summary>
[Collection(SambaFixture.Name)]
public sealed class SambaDirectoryTests(SambaFixture directory)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_in_a_group_by_another_group_counts_where_that_is_set()
    {
        var part = directory.Domain.AddPart();
        part.Give(part.PersonDn(part.Accounts[0]), part.Groups[1]);
        part.Give(part.Groups[1], part.Groups[0]);
        await using var proxy = CuttableProxy.To(directory.Domain.Encrypted);
        var server = $"ldaps://127.0.0.1:{proxy.Port}";
        await using var flat = LdapDriver.Opened(part.Settings(server));
        await using var nested = LdapDriver.Opened(part.Settings(server).With([new("nested", "true")]));
        var holding = new Holding(part.Accounts[0], part.Groups[0]);

        Assert.Equal([Observation.Absent], await flat.ObserveAsync([holding], Ct));
        Assert.Equal([Observation.Held, Observation.Absent], await nested.ObserveAsync([holding, holding with { Account = part.Accounts[1] }], Ct));
        Assert.EndsWith("-dba", Assert.Single((await flat.ListAsync([part.Groups[0]], Ct)).Holdings).Account, StringComparison.Ordinal);
        Assert.Equal([holding], (await nested.ListAsync([part.Groups[0]], Ct)).Holdings);
        Assert.Equal([part.Groups[0] + "x"], (await nested.ListAsync([part.Groups[0] + "x"], Ct)).Unknown);
    }

    [Fact]
    public async Task A_group_is_no_account()
    {
        var part = directory.Domain.AddPart();
        await using var proxy = CuttableProxy.To(directory.Domain.Encrypted);
        await using var target = LdapDriver.Opened(part.Settings($"ldaps://127.0.0.1:{proxy.Port}"));
        part.Give(part.Groups[1], part.Groups[0]);
        var nesting = Assert.Single((await target.ListAsync([part.Groups[0]], Ct)).Holdings);

        Assert.Equal(TargetResult.UnknownAccount, Assert.Single(await target.GrantAsync([new TargetGrant(nesting, Until: null)], Ct)).Result);
        Assert.Equal([TargetAnswer.Done], await target.RevokeAsync([nesting], Ct));
        Assert.Empty(part.Held());
    }

    [Fact]
    public async Task Members_of_a_large_group_are_read_range_by_range()
    {
        var part = directory.Domain.AddPart(people: 23);
        await using var proxy = CuttableProxy.To(directory.Domain.Encrypted);
        await using var target = LdapDriver.Opened(part.Settings($"ldaps://127.0.0.1:{proxy.Port}").With([new("pageSize", "5")]));
        var all = part.Accounts.Select(account => new Holding(account, part.Groups[0])).ToArray();

        Assert.All(await target.GrantAsync([.. all.Select(one => new TargetGrant(one, Until: null))], Ct), answer => Assert.Equal(TargetAnswer.Done, answer));

        Assert.Equal(all.ToHashSet(), (await target.ListAsync([part.Groups[0]], Ct)).Holdings.ToHashSet());
        Assert.All(await target.ObserveAsync(all, Ct), one => Assert.Equal(Observation.Held, one));
    }

    [Fact]
    public async Task A_forest_without_memberships_that_end_is_told_so_and_gets_plain_ones()
    {
        var part = directory.Domain.AddPart();
        await using var proxy = CuttableProxy.To(directory.Domain.Encrypted);
        await using var target = LdapDriver.Opened(part.Settings($"ldaps://127.0.0.1:{proxy.Port}"));
        var grant = new TargetGrant(new Holding(part.Accounts[0], part.Groups[0]), TimeProvider.System.GetUtcNow().AddHours(1));

        Assert.Contains(await target.CheckAsync(Ct), finding => finding.IsGood && finding.Words.Contains("end by Regent alone", StringComparison.Ordinal));
        Assert.Equal([TargetAnswer.Done], await target.GrantAsync([grant], Ct));
        Assert.Equal([grant.Holding], part.Held());
    }

    [Fact]
    public async Task A_group_that_is_missing_beside_others_is_gone_and_one_that_was_alone_is_doubted()
    {
        var part = directory.Domain.AddPart();
        var alone = $"CN=alone,OU=own,{part.Place}";
        directory.Domain.Add($"OU=own,{part.Place}", "organizationalUnit");
        await using var proxy = CuttableProxy.To(directory.Domain.Encrypted);
        await using var target = LdapDriver.Opened(part.Settings($"ldaps://127.0.0.1:{proxy.Port}"));
        Holding[] held = [new(part.Accounts[0], part.Groups[0]), new(part.Accounts[0], alone)];
        directory.Domain.Data.SendRequest(new DeleteRequest(part.Groups[0]));

        var answers = await target.RevokeAsync(held, Ct);

        Assert.Equal(TargetAnswer.Done, answers[0]);
        Assert.Contains($"Nothing in OU=own,{part.Place} can be read either", answers[1].Words, StringComparison.Ordinal);
        Assert.Equal([false, null], (await target.ObserveAsync(held, Ct)).Select(one => one.IsHeld));
        directory.Domain.Add($"OU=below,OU=own,{part.Place}", "organizationalUnit");
        Assert.Equal([TargetAnswer.Done, TargetAnswer.Done], await target.RevokeAsync(held, Ct));
    }
}
