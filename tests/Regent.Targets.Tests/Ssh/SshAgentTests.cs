using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Testing;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Ssh;

/// <summary>The authority's key with a real <c>ssh-agent</c>, or brought along.</summary>
public sealed class SshAgentTests : IAsyncDisposable
{
    private readonly SshBench bench = new(TimeProvider.System);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> KeyKinds => ["-t ed25519", "-t ecdsa -b 384", "-t rsa -b 2048"];

    public static TheoryData<string> OwnKinds => ["-t ecdsa -b 256", "-t ecdsa -b 384", "-t ecdsa -b 521", "-t rsa -b 2048"];

    [Theory]
    [MemberData(nameof(KeyKinds))]
    public async Task An_agent_signs_and_OpenSSH_agrees(string kind)
    {
        var authority = await bench.KeyAsync("ca", kind.Split(' '));
        await using var agent = await SshAgent.StartAsync(bench.Folder, Ct);
        await agent.AddAsync(authority.Path, Ct);

        await OpenSshAgreesAsync(bench.OpenWell(("agent", agent.Socket)), authority);
    }

    [Theory]
    [MemberData(nameof(OwnKinds))]
    public async Task A_key_of_ones_own_signs_and_OpenSSH_agrees(string kind)
    {
        var authority = await bench.KeyAsync("ca", [.. kind.Split(' '), "-m", "PKCS8"]);

        await OpenSshAgreesAsync(bench.OpenWell(("caKey", await File.ReadAllTextAsync(authority.Path, Ct))), authority);
    }

    [Fact]
    public async Task Of_several_keys_one_has_to_be_named()
    {
        var authority = await bench.KeyAsync("ca");
        var other = await bench.KeyAsync("other");
        await using var agent = await SshAgent.StartAsync(bench.Folder, Ct);
        Assert.Contains("ssh-add", await ProblemAsync(bench.OpenWell(("agent", agent.Socket))), StringComparison.Ordinal);
        await agent.AddAsync(authority.Path, Ct);
        await agent.AddAsync(other.Path, Ct);
        var fingerprint = (await SshPrograms.RunAsync("ssh-keygen", ["-l", "-f", authority.Path], Ct)).Said.Split(' ')[1];

        Assert.Contains(fingerprint, await ProblemAsync(bench.OpenWell(("agent", agent.Socket))), StringComparison.Ordinal);
        Assert.Contains("does not hold", await ProblemAsync(bench.OpenWell(("agent", agent.Socket), ("agentKey", $"SHA256:{new string('A', 43)}"))), StringComparison.Ordinal);
        await OpenSshAgreesAsync(bench.OpenWell(("agent", agent.Socket), ("agentKey", fingerprint)), authority);
    }

    [Fact]
    public async Task An_agent_that_is_not_there_is_an_answer()
    {
        var target = bench.OpenWell(("agent", Path.Combine(bench.Folder, "nobody.sock")));

        Assert.Contains("does not answer", await ProblemAsync(target), StringComparison.Ordinal);
        Assert.Equal(RefusalCode.CredentialNotAvailable, (await IssueAsync(target)).Code());
        Assert.Empty((await bench.World.SshDesk.ListAsync(bench.Id, new PageAsk(10), Ct)).Items);
    }

    [Fact]
    public async Task An_agent_that_says_nothing_is_given_up_in_time_and_the_caller_may_give_up_too()
    {
        using var silent = Listen("silent.sock");
        var target = bench.OpenWell(("agent", Path.Combine(bench.Folder, "silent.sock")), ("timeoutSeconds", "1"));

        Assert.Contains("in time", await ProblemAsync(target).WaitAsync(TimeSpan.FromSeconds(10), Ct), StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => target.CheckAsync(new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task What_talks_nonsense_is_no_agent()
    {
        using var strange = Listen("strange.sock");
        var target = bench.OpenWell(("agent", Path.Combine(bench.Folder, "strange.sock")), ("timeoutSeconds", "2"));
        foreach (var answer in new byte[][] { [], [0, 0, 0, 0], [0xff, 0xff, 0xff, 0xff], [0, 0, 0, 1, 5], [0, 0, 0, 5, 12, 0xff, 0xff, 0xff, 0xff], [0, 0, 0, 9, 12] })
        {
            var asked = ProblemAsync(target);
            using (var caller = await strange.AcceptAsync(Ct))
            {
                await caller.SendAsync(answer, Ct);
            }

            Assert.NotEmpty(await asked);
        }
    }

    [Fact]
    public async Task What_is_taken_back_while_the_agent_signs_is_not_handed_out()
    {
        using var slow = Listen("slow.sock");
        var target = bench.OpenWell(("agent", Path.Combine(bench.Folder, "slow.sock")));

        var issued = IssueAsync(target);
        await AnswerAsync(slow, [12, 0, 0, 0, 1, .. Wire([.. Wire("ssh-ed25519"u8), .. Wire(new byte[32])]), .. Wire([])]);
        await AnswerAsync(slow, [14, .. Wire("signature"u8)], () => target.RevokeAsync([new Holding("ada", "deploy")], Ct));

        Assert.Contains("changed this moment", (await issued).Message(), StringComparison.Ordinal);
        Assert.Empty((await bench.World.SshDesk.ListAsync(bench.Id, new PageAsk(10), Ct)).Items);
    }

    [Theory]
    [InlineData("ssh-ed25519 AAAA\nssh-rsa")]
    [InlineData("ssh-ed25519-cert-v01@openssh.com")]
    [InlineData("")]
    public async Task A_key_of_no_kind_that_signs_is_left_out(string kind)
    {
        using var strange = Listen("kinds.sock");
        var target = bench.OpenWell(("agent", Path.Combine(bench.Folder, "kinds.sock")));

        var published = ((IPublishesFiles)target).PublishAsync("ca.pub", Ct);
        await AnswerAsync(strange, [12, 0, 0, 0, 1, .. Wire([.. Wire(Encoding.ASCII.GetBytes(kind)), .. Wire(new byte[32])]), .. Wire([])]);

        Assert.Contains("holds no key", (await published).Message(), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    private static byte[] Wire(ReadOnlySpan<byte> part)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        return [.. length, .. part];
    }

    private static async Task AnswerAsync(Socket agent, byte[] answer, Func<Task>? before = null)
    {
        using var caller = await agent.AcceptAsync(Ct);
        Assert.NotEqual(0, await caller.ReceiveAsync(new byte[16 * 1024], Ct));
        await (before?.Invoke() ?? Task.CompletedTask);
        await caller.SendAsync(Wire(answer), Ct);
    }

    private static async Task<string> ProblemAsync(ITarget target)
    {
        var finding = Assert.Single(await target.CheckAsync(Ct));
        Assert.False(finding.IsGood, finding.Words);
        return finding.Words;
    }

    private Socket Listen(string name)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(bench.Folder, name)));
        socket.Listen();
        return socket;
    }

    private async Task<Outcome<Credential>> IssueAsync(ITarget target)
    {
        var key = await bench.KeyAsync(Make.NewId().ToString());
        await target.GrantAsync([new TargetGrant(new Holding("ada", "deploy"), Until: null)], Ct);
        var ask = new CredentialAsk("ada", ["deploy"], bench.World.Now, Until: null, "ada") { PublicKey = key.Public };
        return await ((IIssuesCredentials)target).IssueAsync(ask, Ct);
    }

    private async Task OpenSshAgreesAsync(ITarget target, (string Path, string Public) authority)
    {
        Assert.All(await target.CheckAsync(Ct), finding => Assert.True(finding.IsGood, finding.Words));
        var certificate = await bench.FileAsync("id-cert.pub", (await IssueAsync(target)).Done().Text);

        var (exit, said) = await SshPrograms.RunAsync("ssh-keygen", ["-L", "-f", certificate], Ct);

        var fingerprint = (await SshPrograms.RunAsync("ssh-keygen", ["-l", "-f", authority.Path], Ct)).Said.Split(' ')[1];
        Assert.True(exit == 0, said);
        Assert.Contains("Signing CA: ", said, StringComparison.Ordinal);
        Assert.Contains(fingerprint, said, StringComparison.Ordinal);
        var published = (await ((IPublishesFiles)target).PublishAsync("ca.pub", Ct)).Done();
        Assert.StartsWith(
            string.Join(' ', authority.Public.Split(' ')[..2]), Encoding.UTF8.GetString(published.Content.Span), StringComparison.Ordinal);
    }
}
