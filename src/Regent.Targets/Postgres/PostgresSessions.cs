using Npgsql;
using NpgsqlTypes;
using Regent.Core.Targets;

namespace Regent.Targets.Postgres;

/// <summary>Ends the sessions of accounts.</summary>
internal static class PostgresSessions
{
    // First all of them are told, so that the wait afterwards is for all at once.
    private const string Tell = """
        select a.pid, r.rolname::text, pg_terminate_backend(a.pid)
        from pg_stat_activity a join pg_roles r on r.oid = a.usesysid
        where r.rolname = any($1) and r.rolname <> current_user
        """;

    private const string Wait = "select count(pg_terminate_backend(a.pid, 2000)) from pg_stat_activity a where a.pid = any($1)";

    private const string Left = "select a.pid from pg_stat_activity a where a.pid = any($1)";

    public static Task<IReadOnlyList<TargetAnswer>> EndAsync(
        PostgresConnections connections, IReadOnlyList<Holding> holdings, CancellationToken ct) => Together.RunAsync(
        holdings,
        async some =>
        {
            var accounts = some.Select(one => one.Account).Where(RoleName.IsPossible).Distinct().ToArray();
            var left = await connections.ReadAsync(connection => EndAsync(connection, accounts, ct), ct);
            return [.. some.Select(one => left.Contains(one.Account) ? StillThere(one.Account) : TargetAnswer.Done)];
        },
        error => PostgresErrors.Setback(error, ct),
        answer => answer);

    private static TargetAnswer StillThere(string account) => TargetAnswer.Refused($"A session of {account} was told to end, and goes on.");

    private static async Task<HashSet<string>> EndAsync(NpgsqlConnection connection, string[] accounts, CancellationToken ct)
    {
        var told = new Dictionary<int, string>();
        await using (var tell = new NpgsqlCommand(Tell, connection))
        {
            tell.Parameters.Add(new NpgsqlParameter { Value = accounts, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
            await using var reader = await tell.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                told[reader.GetInt32(0)] = reader.GetString(1);
            }
        }

        if (told.Count == 0)
        {
            return [];
        }

        var pids = new NpgsqlParameter { Value = told.Keys.ToArray() };
        await using var wait = new NpgsqlCommand(Wait, connection) { Parameters = { pids } };
        await wait.ExecuteNonQueryAsync(ct);
        await using var look = new NpgsqlCommand(Left, connection) { Parameters = { pids.Clone() } };
        await using var left = await look.ExecuteReaderAsync(ct);
        var going = new HashSet<string>();
        while (await left.ReadAsync(ct))
        {
            going.Add(told[left.GetInt32(0)]);
        }

        return going;
    }
}
