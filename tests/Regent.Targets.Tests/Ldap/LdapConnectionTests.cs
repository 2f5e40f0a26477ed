using System.Net;
using System.Net.Sockets;
using System.Text;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Ldap;

/// <summary>How servers are reached: which are trusted, what comes in the place of one that is down, and what the password is shown to.</summary>
public sealed class LdapConnectionTests(OpenLdapFixture directory) : IClassFixture<OpenLdapFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Encrypted => $"ldaps://127.0.0.1:{directory.Server.TlsPort}";

    private string Starts => $"ldap://127.0.0.1:{directory.Server.Port}";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_with_a_certificate_of_another_authority_is_not_spoken_to(bool startsEncrypted)
    {
        var part = directory.Server.AddPart();
        using var other = new TestAuthority();
        await using var target = LdapDriver.Opened(part.Settings(startsEncrypted ? Encrypted : Starts).With([new("caCertificates", other.Pem)]));

        var answer = await FirstAsync(target, part);

        Assert.Equal(TargetResult.Unreachable, answer.Result);
        Assert.Contains("certificate", answer.Words, StringComparison.Ordinal);
        Assert.Empty(part.Held());
    }

    [Fact]
    public async Task A_server_is_not_trusted_without_being_told_its_authority()
    {
        var part = directory.Server.AddPart();
        await using var target = LdapDriver.Opened(part.Settings(Encrypted).With([new("caCertificates", "")]));

        Assert.Equal(TargetResult.Unreachable, (await FirstAsync(target, part)).Result);
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_not_good()
    {
        var part = directory.Server.AddPart();
        await using var target = LdapDriver.Opened(part.Settings($"ldaps://localhost:{directory.Server.TlsPort}"));

        Assert.Equal(TargetResult.Unreachable, (await FirstAsync(target, part)).Result);
    }

    [Fact]
    public async Task The_next_server_is_asked_when_one_is_down_or_hangs()
    {
        var part = directory.Server.AddPart();
        await using var hanging = CuttableProxy.To(directory.Server.TlsPort);
        hanging.Hang();
        var down = $"ldaps://127.0.0.1:{TestProcess.FreePort(IPAddress.Loopback)}";
        await using var target = LdapDriver.Opened(part.Settings(down, $"ldaps://127.0.0.1:{hanging.Port}", Starts).With([new("timeoutSeconds", "1")]));

        Assert.Equal(TargetAnswer.Done, await FirstAsync(target, part));
        var connections = hanging.Connections;
        Assert.Equal(TargetAnswer.Done, await FirstAsync(target, part));
        Assert.Equal(connections, hanging.Connections);
        Assert.Equal(2, (await target.CheckAsync(Ct)).Count(finding => !finding.IsGood));
    }

    [Fact]
    public async Task A_wrong_password_is_refused_in_words_without_it()
    {
        var part = directory.Server.AddPart();
        await using var target = LdapDriver.Opened(part.Settings(Encrypted, Starts).With([new("bindPassword", "not this one")]));

        var answer = await FirstAsync(target, part);

        Assert.Equal(TargetResult.Refused, answer.Result);
        Assert.Contains("sign-in", answer.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("not this one", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_starts_no_tls_is_never_shown_the_password()
    {
        var part = directory.Server.AddPart();
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        var heard = HearAsync(listener);
        await using var target = LdapDriver.Opened(part.Settings($"ldap://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));

        var answer = await FirstAsync(target, part);

        Assert.Equal(TargetResult.Unreachable, answer.Result);
        listener.Stop();
        var said = await heard;
        Assert.Contains("1.3.6.1.4.1.1466.20037", said, StringComparison.Ordinal);
        Assert.DoesNotContain("a password", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_was_ended_and_started_again_is_used_again()
    {
        await using var own = OpenLdapServer.Missing is null ? await OpenLdapServer.StartAsync(Ct) : null;
        Assert.SkipWhen(own is null, OpenLdapServer.Missing ?? "");
        var part = own.AddPart();
        await using var target = LdapDriver.Opened(part.Settings($"ldaps://127.0.0.1:{own.TlsPort}"));
        Assert.Equal(TargetAnswer.Done, await FirstAsync(target, part));

        await own.EndAsync();
        Assert.Equal(TargetResult.Unreachable, (await FirstAsync(target, part)).Result);
        await own.RestartAsync(Ct);

        Assert.Equal(TargetAnswer.Done, await FirstAsync(target, part));
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_let_go_and_the_next_is_served()
    {
        var part = directory.Server.AddPart();
        await using var proxy = CuttableProxy.To(directory.Server.TlsPort);
        await using var target = LdapDriver.Opened(part.Settings($"ldaps://127.0.0.1:{proxy.Port}"));
        Assert.Equal(TargetAnswer.Done, await FirstAsync(target, part));
        proxy.Hang();
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var waiting = target.ObserveAsync([new Holding("person0", part.Groups[0])], impatient.Token);

        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        proxy.Mend();
        Assert.Equal(TargetAnswer.Done, await FirstAsync(target, part));
    }

    private static async Task<TargetAnswer> FirstAsync(ITarget target, OpenLdapPart part) =>
        Assert.Single(await target.GrantAsync([new TargetGrant(new Holding("person0", part.Groups[0]), Until: null)], Ct));

    // Answers the first request with nothing found and the one for TLS with a protocol error, as a server without certificate does.
    private static async Task<string> HearAsync(TcpListener listener)
    {
        var heard = new StringBuilder();
        try
        {
            using var caller = await listener.AcceptSocketAsync(Ct);
            var buffer = new byte[4096];
            byte[][] answers =
            [
                [0x30, 0x0c, 0x02, 0x01, 0x01, 0x65, 0x07, 0x0a, 0x01, 0x00, 0x04, 0x00, 0x04, 0x00],
                [0x30, 0x0c, 0x02, 0x01, 0x02, 0x78, 0x07, 0x0a, 0x01, 0x02, 0x04, 0x00, 0x04, 0x00],
            ];
            for (var said = 0; await caller.ReceiveAsync(buffer, Ct) is > 0 and var read; said++)
            {
                heard.Append(Encoding.Latin1.GetString(buffer, 0, read));
                _ = said < answers.Length ? await caller.SendAsync(answers[said], Ct) : 0;
            }
        }
        catch (SocketException)
        {
            // Whoever called is gone.
        }

        return heard.ToString();
    }
}
