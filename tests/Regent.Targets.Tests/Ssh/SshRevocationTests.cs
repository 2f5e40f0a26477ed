using System.Text;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Testing;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Ssh;

/// <summary>The list of revoked certificates, as OpenSSH reads it, and the other file servers fetch.</summary>
public sealed class SshRevocationTests : IAsyncDisposable
{
    private readonly SshBench bench = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_loses_access_early_is_on_the_list_and_nobody_else()
    {
        var target = bench.OpenWell();
        var ada = await CertificateAsync(target, "ada");
        var alan = await CertificateAsync(target, "alan");
        Assert.Equal((false, false), (await IsRevokedAsync(target, ada), await IsRevokedAsync(target, alan)));

        await target.RevokeAsync([new Holding("ada", "deploy")], Ct);

        Assert.Equal((true, false), (await IsRevokedAsync(target, ada), await IsRevokedAsync(target, alan)));
    }

    [Fact]
    public async Task Many_are_on_one_list()
    {
        var target = bench.OpenWell();
        var all = new List<string>();
        foreach (var name in Enumerable.Range(0, 30).Select(number => $"person{number}"))
        {
            all.Add(await CertificateAsync(target, name));
        }

        await target.RevokeAsync([.. Enumerable.Range(0, 30).Where(number => number % 2 == 0).Select(number => new Holding($"person{number}", "deploy"))], Ct);
        var list = await ListFileAsync(target);
        var (_, said) = await SshPrograms.RunAsync("ssh-keygen", ["-Q", "-f", list, .. all], Ct);

        Assert.Equal(15, said.Split('\n').Count(line => line.EndsWith("REVOKED", StringComparison.Ordinal)));
        Assert.Equal(15, said.Split('\n').Count(line => line.EndsWith(": ok", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Getting_it_again_does_not_bring_the_old_certificate_back()
    {
        var target = bench.OpenWell();
        var old = await CertificateAsync(target, "ada");
        await target.RevokeAsync([new Holding("ada", "deploy")], Ct);

        var current = await CertificateAsync(target, "ada");

        Assert.Equal((true, false), (await IsRevokedAsync(target, old), await IsRevokedAsync(target, current)));
    }

    [Fact]
    public async Task What_has_ended_leaves_the_list_a_day_later()
    {
        var target = bench.OpenWell();
        var ada = await CertificateAsync(target, "ada");
        await target.RevokeAsync([new Holding("ada", "deploy")], Ct);

        bench.World.Clock.Advance(TimeSpan.FromHours(8 + 23));
        Assert.True(await IsRevokedAsync(target, ada));

        bench.World.Clock.Advance(TimeSpan.FromHours(1));
        Assert.False(await IsRevokedAsync(target, ada));
    }

    [Fact]
    public async Task The_public_key_is_there_once_the_plan_was_looked_at_and_stays()
    {
        var target = bench.OpenWell();
        await target.CheckAsync(Ct);
        Assert.Equal(RefusalCode.CredentialNotAvailable, (await PublishAsync(target, "ca.pub")).Code());

        await target.ListAsync([], Ct);
        var key = Text(await PublishAsync(target, "ca.pub"));
        await CertificateAsync(target, "ada");

        Assert.StartsWith("ecdsa-sha2-nistp256 ", key, StringComparison.Ordinal);
        Assert.Equal(key, Text(await PublishAsync(bench.OpenWell(), "ca.pub")));
        Assert.Equal(0, (await SshPrograms.RunAsync("ssh-keygen", ["-l", "-f", await bench.FileAsync("ca.pub", key)], Ct)).Exit);
        Assert.Equal(RefusalCode.TargetNotFound, (await PublishAsync(target, "ca")).Code());
    }

    [Fact]
    public async Task The_private_key_is_kept_locked_and_shown_nowhere()
    {
        var target = bench.OpenWell();
        await target.ListAsync([], Ct);
        var findings = await target.CheckAsync(Ct);

        var kept = await bench.World.SshDesk.FindKeyAsync(bench.Id, Ct);

        Assert.NotNull(kept);
        Assert.DoesNotContain("-----BEGIN PRIVATE KEY", kept, StringComparison.Ordinal);
        Assert.All(findings, finding => Assert.DoesNotContain("PRIVATE", finding.Words, StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    private static Task<Outcome<PublishedFile>> PublishAsync(ITarget target, string name) => ((IPublishesFiles)target).PublishAsync(name, Ct);

    private static string Text(Outcome<PublishedFile> file) => Encoding.UTF8.GetString(file.Done().Content.Span);

    private async Task<string> CertificateAsync(ITarget target, string account)
    {
        var key = await bench.KeyAsync(Make.NewId().ToString());
        await target.GrantAsync([new TargetGrant(new Holding(account, "deploy"), Until: null)], Ct);
        var ask = new CredentialAsk(account, ["deploy"], bench.World.Now, Until: null, account) { PublicKey = key.Public };
        return await bench.FileAsync($"{Make.NewId()}-cert.pub", (await ((IIssuesCredentials)target).IssueAsync(ask, Ct)).Done().Text);
    }

    private async Task<bool> IsRevokedAsync(ITarget target, string certificate)
    {
        var (exit, said) = await SshPrograms.RunAsync("ssh-keygen", ["-Q", "-f", await ListFileAsync(target), certificate], Ct);
        Assert.True(exit == 0 || said.Contains("REVOKED", StringComparison.Ordinal), said);
        return exit != 0;
    }

    private async Task<string> ListFileAsync(ITarget target)
    {
        var path = Path.Combine(bench.Folder, "krl");
        await File.WriteAllBytesAsync(path, (await PublishAsync(target, "krl")).Done().Content, Ct);
        return path;
    }
}
