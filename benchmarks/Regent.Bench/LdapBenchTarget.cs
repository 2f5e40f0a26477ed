using System.Globalization;
using System.Text;
using Regent.Core.Targets;
using Regent.Testing.Targets;

namespace Regent.Bench;

/// <summary>Groups in an OpenLDAP server that keeps what it says it has written, and <c>ldapmodify</c>.</summary>
internal sealed class LdapBenchTarget : IBenchTarget
{
    private readonly OpenLdapServer server;
    private readonly OpenLdapPart part;
    private readonly string authority = Path.GetTempFileName();

    private LdapBenchTarget(OpenLdapServer server)
    {
        this.server = server;
        part = server.AddPart(people: 0);
        File.WriteAllText(authority, server.AuthorityPem);
    }

    public string Name => "OpenLDAP";

    public TargetKind Kind => TargetKind.Ldap;

    public TargetSettings Settings => part.Settings(Address).With([new("timeoutSeconds", "30")]);

    private string Address => $"ldaps://127.0.0.1:{server.TlsPort}";

    public static async Task<IBenchTarget> StartAsync() => new LdapBenchTarget(await OpenLdapServer.StartAsync(CancellationToken.None, durable: true));

    public Task<IReadOnlyList<string>> FillAsync(int accounts, int entitlements)
    {
        foreach (var number in Enumerable.Range(1, accounts))
        {
            part.AddPerson($"person{number:00000}");
        }

        return Task.FromResult<IReadOnlyList<string>>([.. Enumerable.Range(0, entitlements).Select(number => part.AddGroup($"group {number}"))]);
    }

    public Task<int> CountAsync(IReadOnlyList<string> entitlements) =>
        Task.FromResult(entitlements.Sum(group => part.Values(group).Count(value => value != OpenLdapPart.Placeholder)));

    public string Script(IReadOnlyList<Holding> holdings, bool give, bool together)
    {
        var ldif = new StringBuilder();
        foreach (var some in together ? holdings.GroupBy(one => one.Entitlement).Select(group => group.ToArray()) : holdings.Select(one => new[] { one }))
        {
            ldif.Append(CultureInfo.InvariantCulture, $"dn: {some[0].Entitlement}\nchangetype: modify\n{(give ? "add" : "delete")}: member\n");
            foreach (var one in some)
            {
                ldif.Append(CultureInfo.InvariantCulture, $"member: {part.PersonDn(one.Account)}\n");
            }

            ldif.Append("-\n\n");
        }

        return ldif.ToString();
    }

    public async Task RunAsync(string script)
    {
        string[] client = [$"LDAPTLS_CACERT={authority}", "ldapmodify", "-x", "-H", Address, "-D", OpenLdapServer.BindDn, "-w", OpenLdapServer.BindPassword];
        await TestProcess.RunAsync(TestProcess.Find("env")!, client, script, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        File.Delete(authority);
        await server.DisposeAsync();
    }
}
