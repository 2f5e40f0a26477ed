using System.Globalization;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Targets.Postgres;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Postgres;

/// <summary>Roles of a test's own on a server, and a login for Regent as the guide has it made.</summary>
internal sealed class PostgresUnderTest : TargetUnderTest
{
    private static int count;

    private readonly string prefix = $"t{Interlocked.Increment(ref count)}";
    private readonly PostgresServer server;
    private readonly CuttableProxy proxy;
    private readonly bool temporary;
    private ITarget? target;

    private PostgresUnderTest(PostgresServer server, bool temporary)
    {
        this.server = server;
        this.temporary = temporary;
        proxy = CuttableProxy.To(server.Port);
        Accounts = [$"{prefix}_ann", $"{prefix}_ben", $"{prefix}_Eve O'Neil"];
        Entitlements = [$"{prefix}_readers", $"{prefix}_\"writers\""];
    }

    public static TargetDriver Driver { get; } = Drivers.Of(PostgresTargetExtensions.AddPostgresTarget);

    public override ITarget Target => target ?? throw new InvalidOperationException("It is not ready yet.");

    public override IReadOnlyList<string> Accounts { get; }

    public override IReadOnlyList<string> Entitlements { get; }

    public override CuttableProxy Proxy => proxy;

    public override bool KnowsAccounts => !temporary;

    /// <summary>The login of Regent.</summary>
    public string Login => Named("regent");

    /// <summary>The first account in the first entitlement.</summary>
    public Holding First => new(Accounts[0], Entitlements[0]);

    /// <summary>The first account in the second entitlement.</summary>
    public Holding Other => new(Accounts[0], Entitlements[1]);

    /// <summary>The second account in the first entitlement.</summary>
    public Holding Second => new(Accounts[1], Entitlements[0]);

    /// <summary>A name that no other test uses.</summary>
    public string Named(string name) => $"{prefix}_{name}";

    public static async Task<PostgresUnderTest> StartAsync(PostgresServer server, bool temporary, CancellationToken ct)
    {
        var system = new PostgresUnderTest(server, temporary);
        foreach (var role in system.Entitlements)
        {
            await server.ExecuteAsync($"create role {Quoted(role)}", ct);
        }

        foreach (var account in temporary ? [] : system.Accounts)
        {
            await server.ExecuteAsync($"create role {Quoted(account)} login", ct);
        }

        await system.PrepareAsync(ct);
        system.target = system.Open();
        return system;
    }

    /// <summary>The comments of the logins that the targets make.</summary>
    public static LoginMarks Marks => new(Id);

    /// <summary>Another target with the same login.</summary>
    public ITarget Open(params (string Name, string Value)[] settings)
    {
        var one = new Target(Id, "Database", TargetKind.Postgres, Accounting, Settings(settings), TargetState.Live);
        return Assert.IsType<Outcome<ITarget>.Done>(Driver.Open(one)).Value;
    }

    /// <summary>The settings of a target with the same login.</summary>
    public TargetSettings Settings(params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string>
        {
            ["host"] = "127.0.0.1",
            ["port"] = proxy.Port.ToString(CultureInfo.InvariantCulture),
            ["user"] = Login,
            ["password"] = "secret",
            ["timeoutSeconds"] = "2",
            ["temporaryLogins"] = temporary ? "true" : "false",
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return new TargetSettings(all);
    }

    public override async Task<IReadOnlySet<Holding>> HeldAsync(CancellationToken ct)
    {
        var rows = await server.ReadAsync(
            $"""
            select distinct u.rolname, r.rolname from pg_auth_members m
            join pg_roles u on u.oid = m.member join pg_roles r on r.oid = m.roleid
            where r.rolname like '{prefix}\_%' and u.rolname <> '{Login}'
            """,
            ct);
        return rows.Select(row => new Holding(row[0], row[1])).ToHashSet();
    }

    public override async Task GiveOutsideAsync(Holding holding, CancellationToken ct)
    {
        if (temporary)
        {
            await server.ExecuteAsync($"create role {Quoted(holding.Account)} login", ct);
        }

        await server.ExecuteAsync($"grant {Quoted(holding.Entitlement)} to {Quoted(holding.Account)}", ct);
    }

    public override async Task RefuseChangesAsync(CancellationToken ct)
    {
        await server.ExecuteAsync($"alter role {Login} nocreaterole", ct);
        foreach (var role in Entitlements)
        {
            await server.ExecuteAsync($"revoke admin option for {Quoted(role)} from {Login}", ct);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await (target?.DisposeAsync() ?? ValueTask.CompletedTask);
        await proxy.DisposeAsync();
    }

    /// <summary>Lets Regent give a role.</summary>
    public async Task AdministerAsync(string role, CancellationToken ct)
    {
        var version = int.Parse((await server.ReadAsync("show server_version_num", ct))[0][0], CultureInfo.InvariantCulture);
        var how = version < 160_000 ? "with admin option" : "with admin true, inherit false, set false";
        await server.ExecuteAsync($"grant {Quoted(role)} to {Login} {how}", ct);
    }

    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static TargetId Id { get; } = TargetId.At(TimeProvider.System.GetUtcNow());

    private static AccountTemplate Accounting => AccountTemplate.TryParse("{name}", out var template) ? template : throw new InvalidOperationException();

    // The commands of docs/targets/postgresql.md.
    private async Task PrepareAsync(CancellationToken ct)
    {
        await server.ExecuteAsync($"create role {Login} login password 'secret' {(temporary ? "createrole" : "")}", ct);
        await server.ExecuteAsync($"grant pg_signal_backend to {Login}", ct);
        foreach (var role in Entitlements)
        {
            await AdministerAsync(role, ct);
        }
    }
}
