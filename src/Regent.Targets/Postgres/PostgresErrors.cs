using System.Net.Sockets;
using Npgsql;
using Regent.Core.Targets;

namespace Regent.Targets.Postgres;

/// <summary>What the server and the network say when they do not do as they are told, as answers.</summary>
internal static class PostgresErrors
{
    /// <summary>Raised by the guard of a change that arrived after nobody waited for it any more.</summary>
    private const string TooLate = PostgresErrorCodes.DivisionByZero;

    /// <summary>The server ended a turn whose holder did not go on.</summary>
    private const string TurnEnded = "25P03";

    // Classes and codes that tell of the connection or of the whole server rather than of one role.
    private static readonly string[] OfTheServer =
        ["08", "28", "3D", "53", "57", "58", PostgresErrorCodes.ReadOnlySqlTransaction, TooLate, TurnEnded];

    // Of these, the ones that are a clear no.
    private static readonly string[] Refusing = ["28", "3D", PostgresErrorCodes.ReadOnlySqlTransaction];

    /// <summary>What came from the server or the way to it; null for everything else, such as the caller's own wish to stop.</summary>
    public static Setback? Setback(Exception error, CancellationToken ct) =>
        !ct.IsCancellationRequested
        && error is NpgsqlException or TimeoutException or SocketException or IOException or OperationCanceledException
            ? new Setback(Answer(error), IsOfOneRole(error))
            : null;

    /// <summary>Whether the way to the server broke, without the wait for an answer having been too long.</summary>
    public static bool IsBroken(Exception error) =>
        (error is PostgresException { SqlState: var state } && state.StartsWith("57P", StringComparison.Ordinal))
        || (error is NpgsqlException and not PostgresException && !IsTimeout(error));

    public static TargetAnswer Answer(Exception error) => error switch
    {
        PostgresException { SqlState: TooLate } => TargetAnswer.Unreachable("The server got to the change too late, and left it."),
        PostgresException told when IsOfOneRole(told) || Starts(told.SqlState, Refusing) =>
            TargetAnswer.Refused($"{told.MessageText} ({told.SqlState})"),
        PostgresException told => TargetAnswer.Unreachable($"{told.MessageText} ({told.SqlState})"),
        _ when IsTimeout(error) => TargetAnswer.Unreachable("The server did not answer in time."),
        { InnerException: { } inner } => TargetAnswer.Unreachable($"{error.Message} {inner.Message}"),
        _ => TargetAnswer.Unreachable(error.Message),
    };

    private static bool IsOfOneRole(Exception error) => error is PostgresException { SqlState: var state } && !Starts(state, OfTheServer);

    private static bool IsTimeout(Exception error) => error is TimeoutException or OperationCanceledException or { InnerException: TimeoutException };

    private static bool Starts(string state, string[] classes) => classes.Any(one => state.StartsWith(one, StringComparison.Ordinal));
}
