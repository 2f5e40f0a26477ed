using Npgsql;
using NpgsqlTypes;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Postgres;

/// <summary>Reads who the members of roles are.</summary>
internal static class MemberList
{
    // Regent's own role manages the others, and so is a member of them.
    private const string Text = """
        select r.rolname::text, u.rolname::text
        from pg_roles r
        left join pg_auth_members m on m.roleid = r.oid and m.member <> (select oid from pg_roles where rolname = current_user)
        left join pg_roles u on u.oid = m.member
        where r.rolname = any($1)
        group by 1, 2
        """;

    public static async Task<TargetList> ReadAsync(NpgsqlConnection connection, IReadOnlyCollection<string> entitlements, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Text, connection);
        var asked = entitlements.Where(RoleName.IsPossible).ToArray();
        command.Parameters.Add(new NpgsqlParameter { Value = asked, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var known = new HashSet<string>();
        var holdings = new List<Holding>();
        while (await reader.ReadAsync(ct))
        {
            known.Add(reader.GetString(0));
            if (!reader.IsDBNull(1))
            {
                holdings.Add(new Holding(reader.GetString(1), reader.GetString(0)));
            }
        }

        return new TargetList(holdings, [.. entitlements.Where(one => !known.Contains(one)).Distinct()], Trouble: null);
    }
}
