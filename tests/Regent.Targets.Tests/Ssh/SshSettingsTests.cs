using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Ssh;

/// <summary>Settings that do not work are refused by their names.</summary>
public sealed class SshSettingsTests : IAsyncDisposable
{
    private readonly SshBench bench = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("maxHours", "0")]
    [InlineData("maxHours", "169")]
    [InlineData("maxHours", "eight")]
    [InlineData("timeoutSeconds", "-1")]
    [InlineData("timeoutSeconds", "99999999999")]
    [InlineData("extensions", "permit-everything")]
    [InlineData("extensions", "permit-pty\nnone")]
    [InlineData("extensions", "permit-pty x@y z")]
    [InlineData("sourceAddresses", "10.0.0.0/33")]
    [InlineData("sourceAddresses", "example.org")]
    [InlineData("caKey", "secret")]
    [InlineData("caKey", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")]
    [InlineData("agent", "agent.sock")]
    [InlineData("agentKey", "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_setting_that_cannot_work_is_refused_by_its_name(string name, string text)
    {
        var refused = Assert.IsType<Outcome<ITarget>.Refused>(bench.Open((name, text)));

        var reason = Assert.Single(refused.Reasons);
        Assert.Equal((RefusalCode.InvalidTarget, name), (reason.Code, reason.Target));
        Assert.DoesNotContain(text, name == "caKey" ? reason.Message : "", StringComparison.Ordinal);
    }

    [Fact]
    public void Every_mistake_is_told_at_once()
    {
        var refused = Assert.IsType<Outcome<ITarget>.Refused>(bench.Open(("maxHours", "0"), ("agent", $"/{new string('a', 200)}"), ("agentKey", "mine")));

        Assert.Equal(["agent", "agentKey", "maxHours"], refused.Reasons.Select(reason => reason.Target).Order());
    }

    [Fact]
    public async Task A_key_with_a_passphrase_in_another_form_or_too_weak_is_refused()
    {
        foreach (var kind in new[] { "-t rsa -b 1024 -m PKCS8", "-t ed25519", "-t ecdsa" })
        {
            var key = await bench.KeyAsync(Guid.CreateVersion7().ToString(), kind.Split(' '));

            Assert.IsType<Outcome<ITarget>.Refused>(bench.Open(("caKey", await File.ReadAllTextAsync(key.Path, Ct))));
        }

        var locked = await bench.KeyAsync("locked", "-t", "ecdsa", "-m", "PKCS8");
        await SshPrograms.RunAsync("ssh-keygen", ["-q", "-p", "-m", "PKCS8", "-N", "a passphrase", "-f", locked.Path], Ct);
        Assert.IsType<Outcome<ITarget>.Refused>(bench.Open(("caKey", await File.ReadAllTextAsync(locked.Path, Ct))));
    }

    [Fact]
    public void Every_setting_has_its_place_in_the_form_and_only_the_key_is_a_secret()
    {
        Assert.Equal(
            ["maxHours", "extensions", "sourceAddresses", "caKey", "agent", "agentKey", "timeoutSeconds"],
            bench.Driver.Settings.Select(setting => setting.Name));
        Assert.Equal(["caKey"], bench.Driver.Settings.Where(setting => setting.Kind == TargetSettingKind.Secret).Select(setting => setting.Name));
        Assert.True(bench.Driver.EndsByItself);
        Assert.Equal(TargetKind.Ssh, bench.Driver.Kind);
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();
}
