using Npgsql;
using Regent.Operations.Ports;

namespace Regent.Targets.Postgres;

/// <summary>Tries whether Regent's own login can do what it is there for.</summary>
internal static class PostgresCheck
{
    private const int OldestVersion = 14;
    private const int Shown = 10;

    private const string Text = """
        select r.rolname::text, r.rolsuper, r.rolcreaterole, pg_is_in_recovery(), pg_has_role('pg_signal_backend', 'USAGE'),
               coalesce((select s.ssl from pg_stat_ssl s where s.pid = pg_backend_pid()), false),
               array(select o.rolname::text from pg_roles o
                     where o.rolname <> current_user and pg_has_role(o.oid, 'MEMBER WITH ADMIN OPTION') order by 1)
        from pg_roles r where r.rolname = current_user
        """;

    public static async Task<IReadOnlyList<TargetFinding>> RunAsync(PostgresConnections connections, CancellationToken ct)
    {
        try
        {
            return await connections.ReadAsync(connection => LookAsync(connection, connections.Options, ct), ct);
        }
        catch (Exception error) when (PostgresErrors.Setback(error, ct) is not null)
        {
            return [new TargetFinding(IsGood: false, $"{connections.Options}: {PostgresErrors.Answer(error).Words}")];
        }
    }

    private static async Task<IReadOnlyList<TargetFinding>> LookAsync(
        NpgsqlConnection connection, PostgresTargetOptions options, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Text, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var login = new Login(
            Name: reader.GetString(0),
            Version: connection.PostgreSqlVersion.Major,
            IsSuperuser: reader.GetBoolean(1),
            MakesRoles: reader.GetBoolean(2),
            IsStandby: reader.GetBoolean(3),
            EndsSessions: reader.GetBoolean(4),
            IsEncrypted: reader.GetBoolean(5),
            Managed: reader.GetFieldValue<string[]>(6));
        return [.. Findings(login, options)];
    }

    private static IEnumerable<TargetFinding> Findings(Login login, PostgresTargetOptions options)
    {
        var way = login.IsEncrypted ? "encrypted" : "not encrypted, on this machine";
        yield return new TargetFinding(
            login.Version >= OldestVersion,
            $"PostgreSQL {login.Version} answers as {options}, {way}. Regent needs version {OldestVersion} or newer.");
        yield return Either(!login.IsStandby, "The server takes changes.", "The server is a standby and takes no changes. Name the primary.");
        yield return Either(
            !login.IsSuperuser, $"{login.Name} is no superuser.", $"{login.Name} is a superuser. Give Regent a login that can do less.");
        yield return Manages(login);
        if (options.TemporaryLogins)
        {
            yield return Either(login.MakesRoles, $"{login.Name} can make logins.", $"{login.Name} cannot make logins: ALTER ROLE … CREATEROLE.");
        }

        if (!options.Inherit || !options.Set)
        {
            yield return Either(
                login.Version >= RoleFacts.FirstWithOptions,
                "Members can be kept from INHERIT and SET.",
                $"Members can be kept from INHERIT and SET only since version {RoleFacts.FirstWithOptions}; nothing will be granted.");
        }

        // Nothing is wrong with that as long as no mapping asks for it.
        yield return new TargetFinding(IsGood: true, login.EndsSessions
            ? "Sessions can be ended."
            : $"Sessions cannot be ended. Where a mapping is to do that: GRANT pg_signal_backend TO {login.Name}.");
    }

    private static TargetFinding Manages(Login login)
    {
        // Until version 15 whoever can make roles can give all of them.
        if (login.MakesRoles && login.Version < RoleFacts.FirstWithOptions)
        {
            return new TargetFinding(IsGood: true, $"{login.Name} can give every role but superusers.");
        }

        var names = string.Join(", ", login.Managed.Take(Shown));
        return Either(
            login.Managed is not [],
            $"{login.Name} can give {names}{(login.Managed.Length > Shown ? $" and {login.Managed.Length - Shown} more" : "")}.",
            $"{login.Name} can give no role: GRANT role TO {login.Name} WITH ADMIN OPTION.");
    }

    private static TargetFinding Either(bool good, string words, string otherwise) => new(good, good ? words : otherwise);

    private sealed record Login(
        string Name,
        int Version,
        bool IsSuperuser,
        bool MakesRoles,
        bool IsStandby,
        bool EndsSessions,
        bool IsEncrypted,
        string[] Managed);
}
