using System.Globalization;
using Regent.Core.Targets;
using Regent.Drill.Watching;
using Regent.Testing.Targets;

namespace Regent.Drill.Site;

/// <summary>The servers of the targets, with everybody's accounts.</summary>
internal sealed class DrilledTargets : IAsyncDisposable
{
    private static readonly string[] Roles = ["drill_readers", "drill_writers", "drill_owners"];

    private readonly OpenLdapServer ldap;
    private readonly PostgresServer postgres;

    private DrilledTargets(OpenLdapServer ldap, PostgresServer postgres, IReadOnlyList<DrilledTarget> all, IReadOnlyList<IReadOnlyList<string>> things)
    {
        this.ldap = ldap;
        this.postgres = postgres;
        All = all;
        Entitlements = things;
    }

    public IReadOnlyList<DrilledTarget> All { get; }

    /// <summary>What can be had, by the number of the target; three in each.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Entitlements { get; }

    public static async Task<DrilledTargets> StartAsync(IReadOnlyList<string> accounts, CancellationToken ct)
    {
        var ldap = await OpenLdapServer.StartAsync(ct);
        var part = ldap.AddPart(people: 0);
        foreach (var account in accounts)
        {
            part.AddPerson(account);
        }

        var postgres = await PostgresServer.StartAsync(PostgresPrograms.Installed!, ct);
        await postgres.ExecuteAsync("create role regent login password 'secret'", ct);
        foreach (var role in Roles)
        {
            await postgres.ExecuteAsync($"create role {role}; grant {role} to regent with admin option", ct);
        }

        await postgres.ExecuteAsync(string.Join(';', accounts.Select(account => $"create role \"{account}\" login")), ct);
        return new DrilledTargets(ldap, postgres, [Directory(ldap, part, accounts), Database(postgres)], [part.Groups, Roles]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var target in All)
        {
            await target.Eye.DisposeAsync();
            await target.Proxy.DisposeAsync();
        }

        await ldap.DisposeAsync();
        await postgres.DisposeAsync();
    }

    private static DrilledTarget Directory(OpenLdapServer server, OpenLdapPart part, IReadOnlyList<string> accounts)
    {
        var proxy = CuttableProxy.To(server.TlsPort);
        return new DrilledTarget(
            "OpenLDAP", TargetKind.Ldap, part.Settings($"ldaps://127.0.0.1:{proxy.Port}").Values, proxy, new LdapEye(server, part, accounts),
            _ => server.EndAsync(), () => server.RestartAsync(CancellationToken.None));
    }

    private static DrilledTarget Database(PostgresServer server)
    {
        var proxy = CuttableProxy.To(server.Port);
        var settings = new Dictionary<string, string>
        {
            ["host"] = "127.0.0.1",
            ["port"] = proxy.Port.ToString(CultureInfo.InvariantCulture),
            ["user"] = "regent",
            ["password"] = "secret",
            ["timeoutSeconds"] = "2",
        };
        return new DrilledTarget(
            "PostgreSQL", TargetKind.Postgres, settings, proxy, new PostgresEye(server, Roles),
            decent => decent ? server.StopAsync(CancellationToken.None) : server.KillAsync(), () => server.StartAsync(CancellationToken.None));
    }
}
