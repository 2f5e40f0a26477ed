using System.Diagnostics;
using System.DirectoryServices.Protocols;
using System.Net;

namespace Regent.Testing.Targets;

/// <summary>
/// A real OpenLDAP server with throw-away data on the loopback address. Regent's account may read everything and change members of
/// groups, and nothing else. Each test makes a part of its own; those of one server that refuse changes do so one after the other.
/// </summary>
public sealed class OpenLdapServer : IAsyncDisposable
{
    public const string Suffix = "dc=regent,dc=example";
    public const string BindDn = $"cn=regent,ou=services,{Suffix}";
    public const string BindPassword = "a password, \"quoted\" and (odd)";

    private const string AdministratorDn = $"cn=admin,{Suffix}";
    private const string ConfigurationDn = "cn=admin,cn=config";
    private const string AdministratorPassword = "administrator";
    private const string MembersOfGroups = $"dn.regex=\"^cn=[^,]+,ou=groups,ou=[^,]+,{Suffix}$\" attrs=member,uniqueMember,memberUid";

    private readonly string folder = Directory.CreateTempSubdirectory("regent-slapd-").FullName;
    private readonly TestAuthority authority = new();
    private LdapConnection? data;
    private LdapConnection? configuration;
    private Process? process;
    private readonly bool isBlank;
    private readonly bool isDurable;
    private int parts;

    private OpenLdapServer(bool isBlank, bool isDurable)
    {
        this.isBlank = isBlank;
        this.isDurable = isDurable;
    }

    /// <summary>Why there can be no such server on this machine; null when there can.</summary>
    public static string? Missing => TestProcess.Find("slapd") is null ? "slapd is not installed (Debian: apt-get install slapd ldap-utils)." : null;

    /// <summary>The port on 127.0.0.1 on which TLS starts when asked.</summary>
    public int Port { get; } = TestProcess.FreePort(IPAddress.Loopback);

    /// <summary>The port on 127.0.0.1 on which TLS is there from the first byte.</summary>
    public int TlsPort { get; } = TestProcess.FreePort(IPAddress.Loopback);

    /// <summary>The certificate of the authority behind the server's, as PEM text.</summary>
    public string AuthorityPem => authority.Pem;

    /// <summary>The whole directory, without limits and without Regent's code.</summary>
    public LdapConnection Data => data!;

    /// <summary>
    /// Starts a server; a blank one has neither TLS nor rules nor an account for Regent yet, as after its installation. A durable one waits
    /// for the disk at each change, as servers do that are not for tests.
    /// </summary>
    public static async Task<OpenLdapServer> StartAsync(CancellationToken ct, bool blank = false, bool durable = false)
    {
        var server = new OpenLdapServer(blank, durable);
        var (certificate, key) = server.authority.Issue(IPAddress.Loopback);
        await File.WriteAllTextAsync(server.In("certificate.pem"), certificate, ct);
        await File.WriteAllTextAsync(server.In("key.pem"), key, ct);
        await File.WriteAllTextAsync(server.In("ca.pem"), server.authority.Pem, ct);
        Directory.CreateDirectory(server.In("configuration"));
        Directory.CreateDirectory(server.In("data"));
        await TestProcess.RunAsync(TestProcess.Find("slapadd")!, ["-n", "0", "-F", server.In("configuration")], server.Configuration(), ct);
        await server.RestartAsync(ct);
        server.AddFirstEntries();
        return server;
    }

    /// <summary>Starts the server, again where it was ended; what it had is there.</summary>
    public async Task RestartAsync(CancellationToken ct)
    {
        await EndAsync();
        process = await TestProcess.ServeAsync(
            TestProcess.Find("slapd")!,
            ["-d", "0", "-F", In("configuration"), "-h", $"ldap://127.0.0.1:{Port}{(isBlank ? "" : $" ldaps://127.0.0.1:{TlsPort}")}"],
            new IPEndPoint(IPAddress.Loopback, isBlank ? Port : TlsPort),
            ct);
        data = Connect(AdministratorDn);
        configuration = Connect(ConfigurationDn);
    }

    /// <summary>Ends the server at once, as a power cut would.</summary>
    public async Task EndAsync()
    {
        data?.Dispose();
        configuration?.Dispose();
        await TestProcess.EndAsync(process);
        process = null;
    }

    /// <summary>People and groups that no other test sees.</summary>
    public OpenLdapPart AddPart(string memberAttribute = "member", int people = 12)
    {
        var place = $"ou=part{Interlocked.Increment(ref parts)},{Suffix}";
        Add(place, "organizationalUnit");
        return OpenLdapPart.Make(this, place, memberAttribute, people);
    }

    /// <summary>Lets Regent's account change groups, or not any more; it sees everything.</summary>
    public void LetChange(bool allowed) => Allow(Access(allowed));

    /// <summary>Hides something from Regent's account, such as <c>dn.exact="cn=ops,dc=example"</c>, as if it were not there.</summary>
    public void Hide(string what) => Allow([$"to {what} by * none", .. Access(changes: true)]);

    /// <summary>Adds and changes what a text in LDIF says, with the server's own program, as the administrator of this part of it.</summary>
    public Task ApplyAsync(string ldif, string asAdministratorOf, CancellationToken ct) => TestProcess.RunAsync(
        TestProcess.Find("ldapmodify")!,
        ["-a", "-x", "-H", $"ldap://127.0.0.1:{Port}", "-D", $"cn=admin,{asAdministratorOf}", "-w", AdministratorPassword],
        ldif,
        ct);

    /// <summary>The same text with this server's certificate, key and authority in the place of those in <c>/etc/ldap/tls</c>.</summary>
    public string WithItsFiles(string ldif) => ldif.Replace("/etc/ldap/tls", folder, StringComparison.Ordinal);

    /// <summary>Adds an entry.</summary>
    public void Add(string name, string objectClass, params (string Attribute, string Value)[] values)
    {
        var attributes = values.GroupBy(value => value.Attribute).Select(group => new DirectoryAttribute(group.Key, [.. group.Select(one => one.Value)]));
        Data.SendRequest(new AddRequest(name, [new DirectoryAttribute("objectClass", objectClass.Split(' ')), .. attributes]));
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        authority.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string[] Access(bool changes) =>
    [
        "to attrs=userPassword by anonymous auth by * none",
        $"to {MembersOfGroups} by dn.exact=\"{BindDn}\" {(changes ? "write" : "read")} by * none",
        $"to * by dn.exact=\"{BindDn}\" read by * none",
    ];

    private static string[] Numbered(string[] rules) => [.. rules.Select((rule, number) => $"{{{number}}}{rule}")];

    private void Allow(string[] rules)
    {
        var access = new DirectoryAttributeModification { Name = "olcAccess", Operation = DirectoryAttributeOperation.Replace };
        access.AddRange(Numbered(rules));
        configuration!.SendRequest(new ModifyRequest("olcDatabase={1}mdb,cn=config", access));
    }

    private string In(string name) => Path.Combine(folder, name);

    private LdapConnection Connect(string name)
    {
        var connection = new LdapConnection(
            new LdapDirectoryIdentifier("127.0.0.1", Port), new NetworkCredential(name, AdministratorPassword), AuthType.Basic);
        connection.SessionOptions.ProtocolVersion = 3;
        connection.Bind();
        return connection;
    }

    private void AddFirstEntries()
    {
        Add(Suffix, "dcObject organization", ("o", "Regent"));
        if (isBlank)
        {
            return;
        }

        Add($"ou=services,{Suffix}", "organizationalUnit");
        Add(BindDn, "organizationalRole simpleSecurityObject", ("userPassword", BindPassword));
    }

    private string Configuration() => $"""
        dn: cn=config
        objectClass: olcGlobal
        cn: config
        olcLogLevel: none{Tls()}

        dn: cn=schema,cn=config
        objectClass: olcSchemaConfig
        cn: schema

        include: file:///etc/ldap/schema/core.ldif
        include: file:///etc/ldap/schema/cosine.ldif
        include: file:///etc/ldap/schema/nis.ldif
        include: file:///etc/ldap/schema/inetorgperson.ldif

        dn: cn=module,cn=config
        objectClass: olcModuleList
        cn: module
        olcModulePath: /usr/lib/ldap
        olcModuleLoad: back_mdb

        dn: olcDatabase=config,cn=config
        objectClass: olcDatabaseConfig
        olcDatabase: config
        olcRootDN: {ConfigurationDn}
        olcRootPW: {AdministratorPassword}

        dn: olcDatabase=mdb,cn=config
        objectClass: olcDatabaseConfig
        objectClass: olcMdbConfig
        olcDatabase: mdb
        olcDbDirectory: {In("data")}
        olcDbMaxSize: 1073741824
        olcDbNoSync: {(isDurable ? "FALSE" : "TRUE")}
        olcDbIndex: objectClass,uid,cn eq
        olcDbIndex: member,uniqueMember,memberUid eq
        olcSuffix: {Suffix}
        olcRootDN: {AdministratorDn}
        olcRootPW: {AdministratorPassword}
        {(isBlank ? "" : $"olcLimits: dn.exact=\"{BindDn}\" size=unlimited\n")}{(isBlank ? "" : string.Join('\n', Numbered(Access(changes: true)).Select(rule => $"olcAccess: {rule}")))}

        """;

    private string Tls() => isBlank ? "" : $"""

        olcTLSCertificateFile: {In("certificate.pem")}
        olcTLSCertificateKeyFile: {In("key.pem")}
        olcTLSCACertificateFile: {In("ca.pem")}
        """;
}
