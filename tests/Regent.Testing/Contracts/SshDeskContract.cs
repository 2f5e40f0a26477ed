using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Testing.Contracts;

public abstract class SshDeskContract(PortsUnderTest ports) : PortContract(ports)
{
    private static readonly TargetId Here = TargetId.At(Noon);
    private static readonly TargetId Elsewhere = TargetId.At(Noon);
    private static readonly Holding AdaRoot = new("ada", "root@db");
    private static readonly Holding AdaDeploy = new("ada", "deploy");
    private static readonly Holding AlanRoot = new("alan", "root@db");

    [Fact]
    public async Task A_key_is_kept_once_and_read_back_as_it_was()
    {
        Assert.Null(await Ports.SshDesk.FindKeyAsync(Here, Ct));

        var first = await Ports.Unit.RunAsync(ct => Ports.SshDesk.KeepKeyAsync(Here, "first", Noon, ct), Ct);
        var second = await Ports.Unit.RunAsync(ct => Ports.SshDesk.KeepKeyAsync(Here, "second", Noon, ct), Ct);

        Assert.Equal("first", first);
        Assert.Equal("first", second);
        Assert.Equal("first", await Ports.SshDesk.FindKeyAsync(Here, Ct));
        Assert.Null(await Ports.SshDesk.FindKeyAsync(Elsewhere, Ct));
    }

    [Fact]
    public async Task Of_keys_that_are_kept_at_once_one_counts()
    {
        var kept = await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
            Ports.Unit.RunAsync(ct => Ports.SshDesk.KeepKeyAsync(Here, $"key {number}", Noon, ct), Ct)));

        Assert.Single(kept.Distinct());
        Assert.Equal(kept[0], await Ports.SshDesk.FindKeyAsync(Here, Ct));
    }

    [Fact]
    public async Task A_permit_is_read_by_account_and_by_principal_and_its_end_moves()
    {
        await PermitAsync(new TargetGrant(AdaRoot, Precise), new TargetGrant(AlanRoot, null), new TargetGrant(AdaDeploy, Noon));
        await PermitAsync(new TargetGrant(AdaDeploy, Noon.AddHours(1)), new TargetGrant(AdaDeploy, Noon.AddHours(2)));
        await WriteAsync(ct => Ports.SshDesk.PermitAsync(Elsewhere, [new TargetGrant(AdaRoot, null)], ct));

        Assert.Equal(
            [new TargetGrant(AdaDeploy, Noon.AddHours(2)), new TargetGrant(AdaRoot, Precise)],
            Sorted(await Ports.SshDesk.PermitsOfAsync(Here, ["ada", "grace"], Ct)));
        Assert.Equal(
            [new TargetGrant(AdaRoot, Precise), new TargetGrant(AlanRoot, null)],
            Sorted(await Ports.SshDesk.PermitsForAsync(Here, ["root@db"], Ct)));
        Assert.Empty(await Ports.SshDesk.PermitsForAsync(Here, [], Ct));
        Assert.Empty(await Ports.SshDesk.PermitsOfAsync(Here, ["ADA"], Ct));
    }

    [Fact]
    public async Task What_is_withdrawn_is_gone_and_nothing_else_and_it_may_be_said_again()
    {
        await PermitAsync(new TargetGrant(AdaRoot, null), new TargetGrant(AlanRoot, null), new TargetGrant(AdaDeploy, null));

        await WithdrawAsync(Noon, AdaRoot, AdaRoot, new Holding("grace", "deploy"));
        await WithdrawAsync(Noon, AdaRoot);

        Assert.Equal([new TargetGrant(AlanRoot, null)], await Ports.SshDesk.PermitsForAsync(Here, ["root@db"], Ct));
        Assert.Equal([new TargetGrant(AdaDeploy, null)], await Ports.SshDesk.PermitsOfAsync(Here, ["ada"], Ct));
    }

    [Fact]
    public async Task What_was_issued_reads_back_as_it_was_newest_first()
    {
        var all = Enumerable.Range(1, 5).Select(number => Certificate(number, "ada", "deploy", "jürgen's") with
        {
            IssuedAt = Precise.AddSeconds(number / 2),
            RevokedAt = number == 3 ? Precise : null,
        }).ToList();
        foreach (var one in all)
        {
            await WriteAsync(ct => Ports.SshDesk.AddAsync(one, ct));
        }

        Assert.Equal(Enumerable.Reverse(all), await AllAsync(page => Ports.SshDesk.ListAsync(Here, page, Ct)));
        Assert.Empty((await Ports.SshDesk.ListAsync(Elsewhere, new PageAsk(10), Ct)).Items);
    }

    [Fact]
    public async Task Withdrawing_revokes_what_was_issued_on_it_and_is_still_good()
    {
        await AddAsync(Certificate(7, "ada", "root@db", "deploy"));
        await AddAsync(Certificate(3, "ada", "root@db"));
        await AddAsync(Certificate(4, "ada", "deploy"));
        await AddAsync(Certificate(5, "alan", "root@db"));
        await AddAsync(Certificate(6, "ada", "root@db") with { ValidTo = Noon.AddHours(1) });
        await AddAsync(Certificate(8, "ada", "root@db") with { Target = Elsewhere });

        await WithdrawAsync(Noon.AddHours(1), AdaRoot);
        await WithdrawAsync(Noon.AddHours(2), AdaRoot);

        Assert.Equal([3, 7], await Ports.SshDesk.RevokedAsync(Here, Noon.AddHours(1), Ct));
        Assert.Empty(await Ports.SshDesk.RevokedAsync(Elsewhere, Noon, Ct));
        Assert.All(
            await AllAsync(page => Ports.SshDesk.ListAsync(Here, page, Ct)),
            one => Assert.Equal(one.Serial is 3 or 7 ? Noon.AddHours(1) : null, one.RevokedAt));
    }

    [Fact]
    public async Task What_has_ended_by_itself_leaves_the_list_of_the_revoked()
    {
        await AddAsync(Certificate(1, "ada", "deploy"));
        await WithdrawAsync(Noon, AdaDeploy);

        Assert.Equal([1], await Ports.SshDesk.RevokedAsync(Here, Noon.AddHours(8).AddTicks(-10), Ct));
        Assert.Empty(await Ports.SshDesk.RevokedAsync(Here, Noon.AddHours(8), Ct));
    }

    private static SshCertificate Certificate(long serial, string account, params string[] principals) => new(
        Here, serial, account, $"{account}@regent.example 1", principals, "SHA256:fingerprint", Noon.AddMinutes(-1), Noon.AddHours(8), Noon);

    private static IEnumerable<TargetGrant> Sorted(IEnumerable<TargetGrant> permits) =>
        permits.OrderBy(one => one.Holding.Account, StringComparer.Ordinal).ThenBy(one => one.Holding.Entitlement, StringComparer.Ordinal);

    private Task AddAsync(SshCertificate certificate) => WriteAsync(ct => Ports.SshDesk.AddAsync(certificate, ct));

    private Task PermitAsync(params TargetGrant[] permits) => WriteAsync(ct => Ports.SshDesk.PermitAsync(Here, permits, ct));

    private Task WithdrawAsync(DateTimeOffset now, params Holding[] holdings) =>
        WriteAsync(ct => Ports.SshDesk.WithdrawAsync(Here, holdings, now, ct));
}
