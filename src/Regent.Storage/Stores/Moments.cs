using Regent.Storage.Conventions;

namespace Regent.Storage.Stores;

/// <summary>Moments as parameters of SQL written by hand.</summary>
internal static class Moments
{
    private static readonly UnixMicroseconds Sqlite = new();
    private static readonly UtcMicroseconds Postgres = new();

    /// <summary>The moment in the form this database keeps moments in.</summary>
    public static object InSql(RegentDb db, DateTimeOffset moment) =>
        db is PostgresRegentDb ? Postgres.ConvertToProvider(moment)! : Sqlite.ConvertToProvider(moment)!;
}
