using System.Net;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Targets.Webhook;

namespace Regent.Targets.Tests.Webhook;

/// <summary>Where calls may go.</summary>
public sealed class WebhookAddressTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("168.63.129.16")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:a00:1::")]
    [InlineData("2001:db8::1")]
    [InlineData("64:ff9b::a83f:8110")]
    [InlineData("fd00:ec2::254")]
    public void These_lead_into_a_network_of_one_s_own_or_nowhere(string address) => Assert.False(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::808:808")]
    public void These_are_of_the_internet(string address) => Assert.True(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://127.0.0.1:{0}/regent")]
    [InlineData("http://localhost:{0}/regent")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/regent")]
    public async Task An_address_of_one_s_own_is_not_even_connected_to(string url)
    {
        var called = false;
        await using var host = await WebhookHost.StartAsync(_ =>
        {
            called = true;
            return Task.FromResult(Microsoft.AspNetCore.Http.Results.NoContent());
        });
        await using var target = Opened(("url", string.Format(System.Globalization.CultureInfo.InvariantCulture, url, host.Port)));

        var answer = Assert.Single(await target.RevokeAsync([new Holding("ann", "readers")], Ct));

        Assert.False(called);
        Assert.Equal(TargetResult.Refused, answer.Result);
        Assert.Contains("allow private addresses", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_changes_its_mind_is_connected_to_where_it_was_checked()
    {
        var (asked, allowed) = (0, IPAddress.Parse("127.0.0.2"));
        await using var meant = await HostileServer.StartAsync(allowed, port: 0, _ => Microsoft.AspNetCore.Http.Results.Text("meant"));
        var port = new Uri(meant.Address).Port;
        await using var other = await HostileServer.StartAsync(IPAddress.Loopback, port, _ => Microsoft.AspNetCore.Http.Results.Text("other"));
        var connector = new WebhookConnector(allowed.Equals, (_, _) => Task.FromResult(asked++ == 0 ? new[] { IPAddress.Loopback, allowed } : [IPAddress.Loopback]));
        using var http = new HttpClient(new SocketsHttpHandler { ConnectCallback = connector.ConnectAsync, UseProxy = false });

        Assert.Equal("meant", await http.GetStringAsync($"http://rebinding.example:{port}/", Ct));
        Assert.Equal(1, asked);
        using var again = new HttpClient(new SocketsHttpHandler { ConnectCallback = connector.ConnectAsync, UseProxy = false });
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => again.GetStringAsync($"http://rebinding.example:{port}/", Ct));
        Assert.IsType<WebhookException>(refused.InnerException);
        Assert.Empty(other.Calls);
    }

    [Theory]
    [InlineData("url", "http://example.org/", "https://")]
    [InlineData("url", "https://user:word@example.org/", "no user")]
    [InlineData("url", "ftp://example.org/", "https://")]
    [InlineData("url", "example", "https://")]
    [InlineData("url", "", "missing")]
    [InlineData("secret", "", "missing")]
    [InlineData("secret", "short", "whsec_")]
    [InlineData("secret", "whsec_c2hvcnQ=", "24 to 64")]
    [InlineData("previousSecret", "whsec_###", "whsec_")]
    [InlineData("answers", "maybe", "full or notified")]
    [InlineData("timeoutSeconds", "0", "from 1 to 300")]
    public void A_setting_that_cannot_be_is_named(string name, string value, string words)
    {
        var asked = WebhookUnderTest.With(("url", "https://example.org/regent"), (name, value));

        var refusal = Assert.Single(Assert.IsType<Outcome<ITarget>.Refused>(Drivers.Of(WebhookTargetExtensions.AddWebhookTarget).Open(asked)).Reasons);

        Assert.Equal((RefusalCode.InvalidTarget, name), (refusal.Code, refusal.Target));
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_are_not_written_anywhere()
    {
        var options = Assert.IsType<Outcome<WebhookTargetOptions>.Done>(
            WebhookTargetOptions.Read(WebhookUnderTest.With(("url", "https://example.org/regent?key=1")).Settings)).Value;

        Assert.Equal("https://example.org/regent", options.ToString());
    }

    private static ITarget Opened(params (string Name, string Value)[] settings) =>
        WebhookUnderTest.Open([.. settings, ("allowPrivate", "false")]);
}
