using System.Text;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Testing;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Ssh;

/// <summary>Signing in by <c>ssh</c> to a real <c>sshd</c>, which looks at the real clock: an activation that is over is one that was in the past.</summary>
public sealed class SshLoginTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private readonly SshBench bench = new(TimeProvider.System);
    private ITarget target = null!;
    private SshServer server = null!;
    private (string Path, string Public) key;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        SshPrograms.SkipWhereMissing();
        target = bench.OpenWell();
        await target.ListAsync([], Ct);
        key = await bench.KeyAsync("id");
        server = await SshServer.StartAsync(Encoding.UTF8.GetString((await PublishAsync("ca.pub")).Span), ["root@db"], Ct);
    }

    [Fact]
    public async Task During_the_activation_the_door_is_open_and_the_log_says_whose_it_is()
    {
        var certificate = await CertificateAsync("root@db", Now, Now.AddHours(1));

        var (exit, said) = await server.SignInAsync(key.Path, certificate, Ct);

        Assert.Equal((0, "inside"), (exit, said.Trim()));
        Assert.Contains("ada@regent.example 17", server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_activation_the_door_is_closed()
    {
        var past = Now.AddHours(-2);
        var certificate = await CertificateAsync("root@db", past, past.AddHours(1));

        var (exit, said) = await server.SignInAsync(key.Path, certificate, Ct);

        Assert.Equal(255, exit);
        Assert.Contains("Permission denied", said, StringComparison.Ordinal);
        Assert.Contains("expired", server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_an_early_end_the_list_closes_the_door_and_a_new_activation_opens_it()
    {
        var certificate = await CertificateAsync("root@db", Now, Now.AddHours(1));
        Assert.Equal(0, (await server.SignInAsync(key.Path, certificate, Ct)).Exit);

        await target.RevokeAsync([new Holding("ada", "root@db")], Ct);
        await server.RevokeAsync(await PublishAsync("krl"), Ct);

        Assert.Equal(255, (await server.SignInAsync(key.Path, certificate, Ct)).Exit);
        Assert.Contains("revoked", server.Log, StringComparison.Ordinal);
        Assert.Equal(0, (await server.SignInAsync(key.Path, await CertificateAsync("root@db", Now, Now.AddHours(1)), Ct)).Exit);
    }

    [Fact]
    public async Task Another_principal_opens_nothing_here()
    {
        var certificate = await CertificateAsync("deploy", Now, Now.AddHours(1));

        Assert.Equal(255, (await server.SignInAsync(key.Path, certificate, Ct)).Exit);
    }

    [Fact]
    public async Task The_guide_has_the_lines_that_were_tried_here()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Regent.slnx")))
        {
            root = root.Parent!;
        }

        var guide = await File.ReadAllLinesAsync(Path.Combine(root.FullName, "docs", "targets", "ssh.md"), Ct);

        Assert.All(SshServer.Trust("/etc/ssh"), line => Assert.Contains(guide, one => one.Trim() == line));
    }

    public async ValueTask DisposeAsync()
    {
        await (server?.DisposeAsync() ?? ValueTask.CompletedTask);
        await bench.DisposeAsync();
    }

    private async Task<ReadOnlyMemory<byte>> PublishAsync(string name) => (await ((IPublishesFiles)target).PublishAsync(name, Ct)).Done().Content;

    private async Task<string> CertificateAsync(string principal, DateTimeOffset now, DateTimeOffset until)
    {
        await target.GrantAsync([new TargetGrant(new Holding("ada", principal), until)], Ct);
        var ask = new CredentialAsk("ada", [principal], now, until, "ada@regent.example 17") { PublicKey = key.Public };
        return await bench.FileAsync($"{Make.NewId()}-cert.pub", (await ((IIssuesCredentials)target).IssueAsync(ask, Ct)).Done().Text);
    }
}
