using System.Diagnostics;
using System.DirectoryServices.Protocols;
using System.Net;
using System.Security.Cryptography;

namespace Regent.Testing.Targets;

/// <summary>
/// A real domain controller of Active Directory (Samba) with throw-away data on a loopback address of its own. Regent's account may
/// change the members of groups below <see cref="Place"/>, and else what every account may.
/// </summary>
public sealed class SambaDomain : IAsyncDisposable
{
    public const string Suffix = "DC=regent,DC=example";
    public const string Place = $"OU=Regent,{Suffix}";
    public const string BindDn = $"CN=regent,CN=Users,{Suffix}";
    public const string BindPassword = "R3gent, \"pass\" (word)";

    private const string AdministratorPassword = "Adm1n-pass-word";
    private const string MemberOfGroup = "WP;bf9679c0-0de6-11d0-a285-00aa003049e2;bf967a9c-0de6-11d0-a285-00aa003049e2";
    private const int Port = 389;
    private const int TlsPort = 636;

    private readonly string folder = Directory.CreateTempSubdirectory("regent-samba-").FullName;
    private readonly TestAuthority authority = new();
    private readonly IPAddress address = new([127, 77, (byte)RandomNumberGenerator.GetInt32(1, 255), (byte)RandomNumberGenerator.GetInt32(1, 255)]);
    private LdapConnection? data;
    private Process? process;
    private string sid = "";
    private int parts;

    private SambaDomain()
    {
    }

    /// <summary>Why there can be no domain on this machine; null when there can.</summary>
    public static string? Missing => (TestProcess.Find("samba"), Directory.Exists("/usr/share/samba/setup"), Environment.IsPrivilegedProcess) switch
    {
        (null, _, _) or (_, false, _) => "Samba is not installed (Debian: apt-get install samba-ad-dc samba-ad-provision).",
        (_, _, false) => "Samba's domain controller runs as root only.",
        _ => null,
    };

    /// <summary>Where TLS starts when asked.</summary>
    public IPEndPoint Starts => new(address, Port);

    /// <summary>Where TLS is there from the first byte.</summary>
    public IPEndPoint Encrypted => new(address, TlsPort);

    /// <summary>The certificate of the authority behind the server's, as PEM text.</summary>
    public string AuthorityPem => authority.Pem;

    /// <summary>The whole domain, as its administrator, without Regent's code.</summary>
    public LdapConnection Data => data!;

    public static async Task<SambaDomain> StartAsync(CancellationToken ct)
    {
        var domain = new SambaDomain();
        await domain.ProvisionAsync(ct);
        domain.process = await TestProcess.ServeAsync(
            TestProcess.Find("samba")!, ["-F", "--no-process-group", "-M", "single", "-s", domain.In("smb.conf")], domain.Encrypted, ct);
        domain.data = new LdapConnection(
            new LdapDirectoryIdentifier(domain.address.ToString(), Port),
            new NetworkCredential("administrator@regent.example", AdministratorPassword),
            AuthType.Basic);
        domain.data.SessionOptions.ProtocolVersion = 3;
        domain.data.SessionOptions.ReferralChasing = ReferralChasingOptions.None;
        domain.data.Bind();
        return domain;
    }

    /// <summary>People and groups that no other test sees.</summary>
    public SambaPart AddPart(int people = 12) => SambaPart.Make(this, Interlocked.Increment(ref parts), people);

    /// <summary>Takes from Regent's account the right to change the members of groups below a place.</summary>
    public Task RefuseChangesAsync(string place, CancellationToken ct) => SetAccessAsync(place, "OD", ct);

    /// <summary>Adds an entry.</summary>
    public void Add(string name, string objectClass, params (string Attribute, string Value)[] values) => Data.SendRequest(new AddRequest(
        name, [new DirectoryAttribute("objectClass", objectClass), .. values.Select(value => new DirectoryAttribute(value.Attribute, value.Value))]));

    public async ValueTask DisposeAsync()
    {
        data?.Dispose();
        await TestProcess.EndAsync(process);
        authority.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task ProvisionAsync(CancellationToken ct)
    {
        await ToolAsync(
            ct, "domain", "provision", $"--targetdir={In("domain")}", "--server-role=dc", "--dns-backend=NONE", "--realm=REGENT.EXAMPLE",
            "--domain=REGENT", $"--adminpass={AdministratorPassword}", $"--option=interfaces={address}/8", "--option=bind interfaces only=yes");
        var (certificate, key) = authority.Issue(IPAddress.Loopback);
        await File.WriteAllTextAsync(In("certificate.pem"), certificate, ct);
        await File.WriteAllTextAsync(In("ca.pem"), authority.Pem, ct);
        await File.WriteAllTextAsync(In("key.pem"), key, ct);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(In("key.pem"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await File.WriteAllTextAsync(In("smb.conf"), Configuration(), ct);
        Directory.CreateDirectory(In("run"));

        await ToolAsync(ct, [.. Domain("user", "create"), "regent", BindPassword]);
        await ToolAsync(ct, [.. Domain("ou", "create"), Place]);
        var shown = await ToolAsync(ct, [.. Domain("user", "show"), "regent", "--attributes=objectSid"]);
        sid = shown.Split('\n').Single(line => line.StartsWith("objectSid: ", StringComparison.Ordinal))["objectSid: ".Length..].Trim();
        await SetAccessAsync(Place, "OA", ct);
    }

    private async Task SetAccessAsync(string place, string kind, CancellationToken ct) =>
        await ToolAsync(ct, [.. Domain("dsacl", "set"), $"--objectdn={place}", $"--sddl=({kind};CIIO;{MemberOfGroup};{sid})"]);

    private string[] Domain(string noun, string verb) => [noun, verb, "-s", In("smb.conf"), "-H", $"tdb://{In("domain/private/sam.ldb")}"];

    private static Task<string> ToolAsync(CancellationToken ct, params string[] arguments) =>
        TestProcess.RunAsync(TestProcess.Find("samba-tool")!, arguments, "", ct);

    private string In(string name) => Path.Combine(folder, name);

    private string Configuration() => $"""
        [global]
          server role = active directory domain controller
          server services = ldap, cldap
          realm = REGENT.EXAMPLE
          workgroup = REGENT
          netbios name = DC1
          interfaces = {address}/8
          bind interfaces only = yes
          private dir = {In("domain/private")}
          state directory = {In("domain/state")}
          cache directory = {In("domain/cache")}
          lock directory = {In("domain")}
          pid directory = {In("run")}
          ncalrpc dir = {In("run/ncalrpc")}
          winbindd socket directory = {In("run/winbindd")}
          ntp signd socket directory = {In("run/ntp")}
          log file = {In("run/log")}
          log level = 0
          ldap server require strong auth = no
          tls enabled = yes
          tls certfile = {In("certificate.pem")}
          tls keyfile = {In("key.pem")}
          tls cafile = {In("ca.pem")}

        """;
}
