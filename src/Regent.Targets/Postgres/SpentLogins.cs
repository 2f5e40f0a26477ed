using Npgsql;
using NpgsqlTypes;

namespace Regent.Targets.Postgres;

/// <summary>Removes the logins of Regent's own that have nothing left and no session any more.</summary>
internal static class SpentLogins
{
    // What a login owns keeps it; then it stays, without a password. Since version 16 its maker's right to it is no such thing.
    private const string Text = """
        select clock_timestamp(), r.rolname::text
        from pg_shdescription d join pg_roles r on r.oid = d.objoid
        where d.classoid = 'pg_authid'::regclass and d.description = any($1) and not r.rolcanlogin
          and not exists (select from pg_auth_members m where m.member = r.oid)
          and not exists (select from pg_stat_activity a where a.usesysid = r.oid)
          and not exists (
              select from pg_shdepend s
              where s.refclassid = 'pg_authid'::regclass and s.refobjid = r.oid and s.classid <> 'pg_auth_members'::regclass)
        """;

    /// <summary>Removes what it can. The others have neither a password nor a role, and are tried again by the next call.</summary>
    public static async Task RemoveAsync(PostgresConnections connections, LoginMarks marks, CancellationToken ct)
    {
        try
        {
            var spent = await connections.ReadAsync(connection => ReadAsync(connection, marks, ct), ct);
            await Together.RunAsync(
                spent,
                async some =>
                {
                    await connections.WriteAsync([$"drop role {RoleName.Quoted(some.Select(one => one.Name))}"], some[0].Now, ct);
                    return [.. some.Select(_ => true)];
                },
                error => PostgresErrors.Setback(error, ct),
                _ => false);
        }
        catch (Exception error) when (PostgresErrors.Setback(error, ct) is not null)
        {
            // Whether they are gone is no part of the answer: what was asked is done, or answered for, before.
        }
    }

    private static async Task<List<(DateTimeOffset Now, string Name)>> ReadAsync(NpgsqlConnection connection, LoginMarks marks, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Text, connection);
        command.Parameters.Add(new NpgsqlParameter { Value = marks.All, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var spent = new List<(DateTimeOffset Now, string Name)>();
        while (await reader.ReadAsync(ct))
        {
            spent.Add((reader.GetFieldValue<DateTimeOffset>(0), reader.GetString(1)));
        }

        return spent;
    }
}
