using System.Globalization;

namespace Regent.Targets.Postgres;

/// <summary>The statements in the life of a login that Regent makes, and that goes when it has nothing left.</summary>
internal static class TemporaryLogin
{
    /// <summary>How long after the end by the ledger the server itself lets nobody in any more, so that clocks may differ.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    /// <summary>Makes it, without a password.</summary>
    public static IEnumerable<string> Create(string account, DateTimeOffset? until, LoginMarks marks) =>
    [
        $"create role {RoleName.Quoted(account)} nologin valid until {Moment(until + Grace)}",
        Mark(account, marks.Waiting),
    ];

    /// <summary>Has it last as long as what it is given, and takes new sessions again where it was closed.</summary>
    public static IEnumerable<string> Keep(string account, DatabaseRole role, DateTimeOffset? until, LoginMarks marks)
    {
        var later = until + Grace > role.ValidUntil ? [$"alter role {RoleName.Quoted(account)} valid until {Moment(until + Grace)}"] : Array.Empty<string>();
        return role.Comment == marks.Closed
            ? [.. later, $"alter role {RoleName.Quoted(account)} login", Mark(account, marks.Issued)]
            : later;
    }

    /// <summary>Gives it a password, and opens it.</summary>
    public static IEnumerable<string> Issue(string account, string verifier, DateTimeOffset until, LoginMarks marks) =>
    [
        $"alter role {RoleName.Quoted(account)} login password '{verifier}' valid until {Moment(until)}",
        Mark(account, marks.Issued),
    ];

    /// <summary>Takes no new sessions, and can be opened again.</summary>
    public static IEnumerable<string> Close(string account, LoginMarks marks) =>
    [
        $"alter role {RoleName.Quoted(account)} nologin",
        Mark(account, marks.Closed),
    ];

    /// <summary>Takes its password away.</summary>
    public static IEnumerable<string> End(string account, LoginMarks marks) =>
    [
        $"alter role {RoleName.Quoted(account)} nologin password null",
        Mark(account, marks.Waiting),
    ];

    // The texts are Regent's own and have no quotes.
    private static string Mark(string account, string mark) => $"comment on role {RoleName.Quoted(account)} is '{mark}'";

    private static string Moment(DateTimeOffset? moment) => moment is { } one
        ? $"'{one.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture)}+00'"
        : "'infinity'";
}
