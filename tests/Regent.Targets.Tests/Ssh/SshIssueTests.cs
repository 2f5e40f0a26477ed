using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Testing;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Ssh;

/// <summary>What a certificate says, as OpenSSH reads it; it also proves the signature.</summary>
public sealed class SshIssueTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Noon = Make.Noon;

    private readonly SshBench bench = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> KeyKinds => ["-t ed25519", "-t ecdsa -b 256", "-t ecdsa -b 384", "-t ecdsa -b 521", "-t rsa -b 2048"];

    public static TheoryData<string> Damaged =>
    [
        "", "ssh-ed25519", "ssh-ed25519 ####", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA", "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIA==",
        "ssh-dss AAAAB3NzaC1kc3M=", "ssh-ed25519-cert-v01@openssh.com AAAA", $"ssh-ed25519 {new string('A', 20_000)}", "-----BEGIN PRIVATE KEY-----",
        $"ssh-ed25519 {Blob("ssh-ed25519", new byte[31])}", $"ssh-ed25519 {Blob("ssh-ed25519", new byte[32], [1])}", $"ssh-rsa {Blob("ssh-rsa", [3], [0])}",
        $"ssh-rsa {Blob("ssh-rsa", [3], [.. Enumerable.Repeat((byte)0x7f, 128)])}", $"ssh-rsa {Blob("ssh-rsa", [], [.. Enumerable.Repeat((byte)0x7f, 256)])}",
        $"ecdsa-sha2-nistp256 {Blob("ecdsa-sha2-nistp256", "nistp256"u8.ToArray(), [4, .. new byte[64]])}",
        $"ecdsa-sha2-nistp256 {Blob("ecdsa-sha2-nistp256", "nistp384"u8.ToArray(), [4, .. new byte[64]])}",
        $"ssh-ed25519 {Blob("ssh-ed25519", new byte[32])}\nssh-ed25519 {Blob("ssh-ed25519", new byte[32])}",
    ];

    [Theory]
    [MemberData(nameof(KeyKinds))]
    public async Task A_certificate_says_who_as_whom_and_until_when(string kind)
    {
        var key = await bench.KeyAsync("id", kind.Split(' '));
        var target = bench.OpenWell();
        await PermitAsync(target, ("root@db", Noon.AddHours(2)), ("deploy", null));

        var credential = (await IssueAsync(target, key.Public, ["root@db", "deploy"])).Done();
        var shown = await ShowAsync(credential);

        Assert.Contains("user certificate", shown, StringComparison.Ordinal);
        Assert.Contains("Key ID: \"ada@regent.example 17\"", shown, StringComparison.Ordinal);
        Assert.Contains($"Serial: {credential.Serial}", shown, StringComparison.Ordinal);
        Assert.Contains("Valid: from 2026-03-02T11:59:00 to 2026-03-02T14:00:00", shown, StringComparison.Ordinal);
        Assert.Matches(@"Principals: \s*deploy\s+root@db\s+Critical Options: \(none\)\s+Extensions: \s*permit-pty\s*$", shown);
        Assert.Equal(("Certificate", Noon.AddHours(2)), (credential.Label, credential.Until));
        Assert.DoesNotContain("PRIVATE", credential.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_on_a_token_is_certified_like_any_other()
    {
        var target = bench.OpenWell();
        await PermitAsync(target, ("deploy", null));
        var key = $"sk-ssh-ed25519@openssh.com {Blob("sk-ssh-ed25519@openssh.com", new byte[32], "ssh:"u8.ToArray())} somebody";

        var shown = await ShowAsync((await IssueAsync(target, key, ["deploy"])).Done());

        Assert.Contains("sk-ssh-ed25519-cert-v01@openssh.com user certificate", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_set_is_in_the_certificate()
    {
        var key = await bench.KeyAsync("id");
        var target = bench.OpenWell(
            ("maxHours", "3"), ("sourceAddresses", "10.0.0.0/8\n2001:db8::/32"), ("extensions", "permit-pty\npermit-agent-forwarding\nlogin@example.org"));
        await PermitAsync(target, ("deploy", null));

        var credential = (await IssueAsync(target, key.Public, ["deploy"])).Done();
        var shown = await ShowAsync(credential);

        Assert.Equal(Noon.AddHours(3), credential.Until);
        Assert.Matches("source-address 10.0.0.0/8,2001:db8::/32", shown);
        Assert.Matches(@"Extensions: \s*login@example.org.*\s+permit-agent-forwarding\s+permit-pty", shown);
    }

    [Fact]
    public async Task It_ends_with_the_first_end_of_all_and_within_eight_hours()
    {
        var key = await bench.KeyAsync("id");
        var target = bench.OpenWell();
        await PermitAsync(target, ("deploy", null), ("root@db", Noon.AddHours(30)), ("short", Noon.AddMinutes(30)));

        Assert.Equal(Noon.AddHours(8), (await IssueAsync(target, key.Public, ["deploy", "root@db"])).Done().Until);
        Assert.Equal(Noon.AddMinutes(30), (await IssueAsync(target, key.Public, ["deploy", "short"])).Done().Until);
        Assert.Equal(Noon.AddMinutes(5), (await IssueAsync(target, key.Public, ["deploy"], Noon.AddMinutes(5.01))).Done().Until);
    }

    [Fact]
    public async Task Only_what_is_permitted_now_is_certified()
    {
        var key = await bench.KeyAsync("id");
        var target = bench.OpenWell();
        await PermitAsync(target, ("deploy", null), ("ended", Noon), ("root@db", null));
        await target.RevokeAsync([new Holding("ada", "root@db")], Ct);

        var shown = await ShowAsync((await IssueAsync(target, key.Public, ["deploy", "ended", "root@db", "never"])).Done());

        Assert.Matches(@"Principals: \s*deploy\s+Critical", shown);
        Assert.Equal(RefusalCode.CredentialNotAvailable, (await IssueAsync(target, key.Public, ["ended", "root@db"])).Code());
        Assert.Equal(RefusalCode.CredentialNotAvailable, (await IssueAsync(target, key.Public, ["deploy"], Noon)).Code());
        Assert.Equal(RefusalCode.CredentialNotAvailable, (await IssueAsync(target, key.Public, [])).Code());
    }

    [Theory]
    [MemberData(nameof(Damaged))]
    public async Task What_is_no_public_key_is_refused_by_its_name(string key)
    {
        var target = bench.OpenWell();
        await PermitAsync(target, ("deploy", null));

        var refused = Assert.IsType<Outcome<Credential>.Refused>(await IssueAsync(target, key, ["deploy"]));

        Assert.Equal("publicKey", Assert.Single(refused.Reasons).Target);
        Assert.Empty((await bench.World.SshDesk.ListAsync(bench.Id, new PageAsk(10), Ct)).Items);
    }

    [Fact]
    public async Task What_was_issued_is_on_record()
    {
        var key = await bench.KeyAsync("id");
        var target = bench.OpenWell();
        await PermitAsync(target, ("deploy", Noon.AddHours(1)));

        var credential = (await IssueAsync(target, key.Public, ["deploy"])).Done();

        var kept = Assert.Single((await bench.World.SshDesk.ListAsync(bench.Id, new PageAsk(10), Ct)).Items);
        var fingerprint = (await SshPrograms.RunAsync("ssh-keygen", ["-l", "-f", key.Path], Ct)).Said.Split(' ')[1];
        Assert.Equal(
            new SshCertificate(
                bench.Id, long.Parse(credential.Serial!, CultureInfo.InvariantCulture), "ada", "ada@regent.example 17", ["deploy"], fingerprint,
                Noon.AddMinutes(-1), Noon.AddHours(1), Noon),
            kept);
    }

    [Fact]
    public async Task No_two_certificates_have_one_number()
    {
        var key = await bench.KeyAsync("id");
        var target = bench.OpenWell();
        await PermitAsync(target, ("deploy", null));

        var serials = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ => (await IssueAsync(target, key.Public, ["deploy"])).Done().Serial));

        Assert.Equal(20, serials.Distinct().Count());
    }

    [Fact]
    public async Task A_name_in_the_log_stays_on_its_line()
    {
        var key = await bench.KeyAsync("id");
        var target = bench.OpenWell();
        await PermitAsync(target, ("deploy", null));
        var ask = Ask(key.Public, ["deploy"], until: null) with { KeyId = "ada\n\u001b[2Jroot" };

        var credential = (await ((IIssuesCredentials)target).IssueAsync(ask, Ct)).Done();

        Assert.DoesNotContain('\n', credential.Text);
        Assert.Contains("Key ID: \"ada__[2Jroot\"", await ShowAsync(credential), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_sign_in_a_name_leads_to_another_line_or_turns_it_round()
    {
        var key = await bench.KeyAsync("id");
        var target = bench.OpenWell();
        await PermitAsync(target, ("deploy", null));
        var ask = Ask(key.Public, ["deploy"], until: null) with { KeyId = "ada\u2028x\u202etoor\u0085\ud800" };

        await ((IIssuesCredentials)target).IssueAsync(ask, Ct);

        Assert.Equal("ada_x_toor__", Assert.Single((await bench.World.SshDesk.ListAsync(bench.Id, new PageAsk(10), Ct)).Items).KeyId);
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    private static CredentialAsk Ask(string? key, string[] entitlements, DateTimeOffset? until) =>
        new("ada", entitlements, Noon, until, "ada@regent.example 17") { PublicKey = key };

    private static Task<Outcome<Credential>> IssueAsync(ITarget target, string? key, string[] entitlements, DateTimeOffset? until = null) =>
        ((IIssuesCredentials)target).IssueAsync(Ask(key, entitlements, until), Ct);

    private static Task<IReadOnlyList<TargetAnswer>> PermitAsync(ITarget target, params (string Principal, DateTimeOffset? Until)[] permits) =>
        target.GrantAsync([.. permits.Select(one => new TargetGrant(new Holding("ada", one.Principal), one.Until))], Ct);

    private static string Blob(params byte[][] parts) => Convert.ToBase64String([.. parts.SelectMany(Length)]);

    private static string Blob(string kind, params byte[][] parts) => Blob([Encoding.ASCII.GetBytes(kind), .. parts]);

    private static byte[] Length(byte[] part)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        return [.. length, .. part];
    }

    private async Task<string> ShowAsync(Credential credential)
    {
        SshPrograms.SkipWhereMissing();
        var file = await bench.FileAsync("shown-cert.pub", credential.Text);
        var (exit, said) = await SshPrograms.RunAsync("env", ["TZ=UTC", "ssh-keygen", "-L", "-f", file], Ct);
        Assert.True(exit == 0, said);
        return Regex.Replace(said, "\n +", "\n  ").TrimEnd();
    }
}
