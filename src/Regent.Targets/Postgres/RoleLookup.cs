using Npgsql;
using NpgsqlTypes;
using Regent.Core.Targets;

namespace Regent.Targets.Postgres;

/// <summary>Asks the server about roles. Names go there as values, never as text of a statement.</summary>
internal static class RoleLookup
{
    private const string Server = "select current_user::text, clock_timestamp()";

    // Members of the predefined roles can act on the server as its own operating system user, and so become superusers.
    private const string Roles = """
        select r.rolname::text, r.rolcanlogin, coalesce(r.rolvaliduntil, 'infinity'), shobj_description(r.oid, 'pg_authid'),
               r.rolname = any($2) and exists (
                   select from pg_roles s
                   where (s.rolsuper or s.rolname in ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files'))
                     and pg_has_role(r.oid, s.oid, 'MEMBER')),
               (select count(distinct m.roleid)::int from pg_auth_members m where m.member = r.oid)
        from pg_roles r
        where r.rolname = any($1) or r.rolname = any($2)
        """;

    // One grant a pair before version 16; since then with options of its own.
    private const string Memberships = """
        select u.rolname::text, r.rolname::text, coalesce(g.rolname::text, ''), OPTIONS
        from unnest($1, $2) as asked (account, entitlement)
        join pg_roles u on u.rolname::text = asked.account
        join pg_roles r on r.rolname::text = asked.entitlement
        join pg_auth_members m on m.roleid = r.oid and m.member = u.oid
        left join pg_roles g on g.oid = m.grantor
        group by 1, 2, 3, 4, 5
        """;

    public static async Task<RoleFacts> ReadAsync(NpgsqlConnection connection, IReadOnlyCollection<Holding> holdings, CancellationToken ct)
    {
        var version = connection.PostgreSqlVersion.Major;
        var possible = holdings.Where(one => RoleName.IsPossible(one.Account) && RoleName.IsPossible(one.Entitlement)).Distinct().ToArray();
        var accounts = holdings.Select(one => one.Account).Where(RoleName.IsPossible).Distinct().ToArray();
        var entitlements = holdings.Select(one => one.Entitlement).Where(RoleName.IsPossible).Distinct().ToArray();
        var options = version >= RoleFacts.FirstWithOptions ? "m.inherit_option, m.set_option" : "true, true";

        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Server));
        batch.BatchCommands.Add(With(Roles, accounts, entitlements));
        batch.BatchCommands.Add(With(
            Memberships.Replace("OPTIONS", options, StringComparison.Ordinal),
            [.. possible.Select(one => one.Account)],
            [.. possible.Select(one => one.Entitlement)]));
        await using var reader = await batch.ExecuteReaderAsync(ct);

        await reader.ReadAsync(ct);
        var (self, now) = (reader.GetString(0), reader.GetFieldValue<DateTimeOffset>(1));
        await reader.NextResultAsync(ct);
        var roles = await RolesAsync(reader, ct);
        await reader.NextResultAsync(ct);
        return new RoleFacts(version, self, now, roles, await MembershipsAsync(reader, ct));
    }

    private static NpgsqlBatchCommand With(string text, params string[][] lists)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var list in lists)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = list, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        }

        return command;
    }

    private static async Task<Dictionary<string, DatabaseRole>> RolesAsync(NpgsqlDataReader reader, CancellationToken ct)
    {
        var roles = new Dictionary<string, DatabaseRole>();
        while (await reader.ReadAsync(ct))
        {
            roles[reader.GetString(0)] = new DatabaseRole(
                CanLogin: reader.GetBoolean(1),
                IsSuperuser: reader.GetBoolean(4),
                Comment: reader.IsDBNull(3) ? null : reader.GetString(3),
                ValidUntil: reader.GetFieldValue<DateTimeOffset>(2),
                Memberships: reader.GetInt32(5));
        }

        return roles;
    }

    private static async Task<ILookup<Holding, Membership>> MembershipsAsync(NpgsqlDataReader reader, CancellationToken ct)
    {
        var found = new List<(Holding Holding, Membership Membership)>();
        while (await reader.ReadAsync(ct))
        {
            found.Add((
                new Holding(reader.GetString(0), reader.GetString(1)),
                new Membership(reader.GetString(2), reader.GetBoolean(3), reader.GetBoolean(4))));
        }

        return found.ToLookup(one => one.Holding, one => one.Membership);
    }
}
