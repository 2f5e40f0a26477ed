using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Regent.Storage;

/// <summary>Tells a unit of work that lost a race, and is worth running again, from one that is broken.</summary>
internal static class LostRace
{
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;

    public static bool Is(Exception error) => error switch
    {
        DbUpdateConcurrencyException => true,
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => true,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
        SqliteException { SqliteExtendedErrorCode: SqliteUnique or SqlitePrimaryKey } => true,
        DbUpdateException or InvalidOperationException => error.InnerException is { } inner && Is(inner),
        _ => false,
    };
}
