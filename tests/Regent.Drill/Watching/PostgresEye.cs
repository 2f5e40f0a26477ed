using Npgsql;
using Regent.Core.Targets;
using Regent.Testing.Targets;

namespace Regent.Drill.Watching;

/// <summary>Reads all memberships of a PostgreSQL server.</summary>
internal sealed class PostgresEye(PostgresServer server, IReadOnlyList<string> roles) : IEye
{
    private const string Sql = """
        select u.rolname, r.rolname from pg_auth_members m
        join pg_roles u on u.oid = m.member join pg_roles r on r.oid = m.roleid
        where r.rolname = any($1) and not m.admin_option
        """;

    private NpgsqlConnection? connection;

    public async Task<IReadOnlySet<Holding>?> LookAsync(CancellationToken ct)
    {
        try
        {
            if (connection is null)
            {
                connection = new NpgsqlConnection(server.ConnectionString());
                await connection.OpenAsync(ct);
            }

            await using var command = new NpgsqlCommand(Sql, connection) { Parameters = { new NpgsqlParameter { Value = roles.ToArray() } } };
            await using var reader = await command.ExecuteReaderAsync(ct);
            var held = new HashSet<Holding>();
            while (await reader.ReadAsync(ct))
            {
                held.Add(new Holding(reader.GetString(0), reader.GetString(1)));
            }

            return held;
        }
        catch (Exception error) when (error is NpgsqlException or InvalidOperationException)
        {
            await DisposeAsync();
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await (connection?.DisposeAsync() ?? ValueTask.CompletedTask);
        connection = null;
    }
}
