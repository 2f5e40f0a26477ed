using System.Globalization;
using Regent.Core.Targets;
using Regent.Testing.Targets;

namespace Regent.Bench;

/// <summary>Roles of a PostgreSQL server that keeps what it says it has written, and <c>psql</c>.</summary>
internal sealed class PostgresBenchTarget : IBenchTarget
{
    private const string User = "regent";
    private const string Password = "regent";

    private readonly PostgresServer server;

    private PostgresBenchTarget(PostgresServer server) => this.server = server;

    public string Name => "PostgreSQL";

    public TargetKind Kind => TargetKind.Postgres;

    public TargetSettings Settings => new(new Dictionary<string, string>
    {
        ["host"] = "127.0.0.1",
        ["port"] = server.Port.ToString(CultureInfo.InvariantCulture),
        ["user"] = User,
        ["password"] = Password,
        ["timeoutSeconds"] = "30",
    });

    public static async Task<IBenchTarget> StartAsync()
    {
        var server = await PostgresServer.StartAsync(PostgresPrograms.Installed!, CancellationToken.None, "fsync=on");
        await server.ExecuteAsync($"create role {User} login createrole password '{Password}'", CancellationToken.None);
        return new PostgresBenchTarget(server);
    }

    public async Task<IReadOnlyList<string>> FillAsync(int accounts, int entitlements)
    {
        string[] roles = [.. Enumerable.Range(0, entitlements).Select(number => $"role_{number}")];
        var all = Enumerable.Range(1, accounts).Select(number => $"create role person{number:00000} login")
            .Concat(roles.Select(role => $"create role {role}; grant {role} to {User} with admin option"));
        await server.ExecuteAsync(string.Join(";\n", all), CancellationToken.None);
        return roles;
    }

    public async Task<int> CountAsync(IReadOnlyList<string> entitlements)
    {
        var rows = await server.ReadAsync(
            $"""
            select count(*) from pg_auth_members m join pg_roles r on r.oid = m.roleid join pg_roles u on u.oid = m.member
            where u.rolname <> '{User}' and r.rolname in ({string.Join(", ", entitlements.Select(one => $"'{one}'"))})
            """,
            CancellationToken.None);
        return int.Parse(rows[0][0], CultureInfo.InvariantCulture);
    }

    public string Script(IReadOnlyList<Holding> holdings, bool give, bool together)
    {
        var statements = together
            ? holdings.GroupBy(one => one.Entitlement).Select(group => Statement(group.Key, string.Join(", ", group.Select(one => one.Account)), give))
            : holdings.Select(one => Statement(one.Entitlement, one.Account, give));
        return string.Join("", statements);
    }

    public Task RunAsync(string script) => TestProcess.RunAsync(
        TestProcess.Find("psql")!,
        ["-q", "-X", "-v", "ON_ERROR_STOP=1", "-f", "-", $"postgresql://{User}:{Password}@127.0.0.1:{server.Port}/postgres"],
        script,
        CancellationToken.None);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static string Statement(string role, string accounts, bool give) =>
        give ? $"grant {role} to {accounts};\n" : $"revoke {role} from {accounts};\n";
}
