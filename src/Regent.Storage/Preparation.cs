using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Regent.Storage.Rows;

namespace Regent.Storage;

/// <summary>Brings the tables to this version. Servers that start at once take turns; one that was killed on the way blocks nobody.</summary>
internal static class Preparation
{
    // Any number that nothing else in the database locks by.
    private const long MigrationLock = 0x5265_6765_6E75;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    public static async Task PrepareAsync(RegentDb db, CancellationToken ct)
    {
        if (db is PostgresRegentDb)
        {
            await CreatePostgresAsync(db, ct);
        }

        if ((await db.Database.GetPendingMigrationsAsync(ct)).Any())
        {
            await (db is PostgresRegentDb ? MigratePostgresAsync(db, ct) : MigrateSqliteAsync(db, ct));
        }

        if (db is SqliteRegentDb)
        {
            // Kept in the file, but not by every way to copy it.
            await db.Database.ExecuteSqlAsync($"pragma journal_mode = wal", ct);
        }

        // Of servers that start at once one is first; the others find its id.
        await db.Database.ExecuteSqlAsync(
            $"insert into tenant (key, id) values ({TenantRow.OnlyKey}, {TenantRow.NewId()}) on conflict (key) do nothing", ct);
    }

    /// <summary>Whether there is anything to prepare.</summary>
    public static async Task<StorageState> LookAsync(RegentDb db, CancellationToken ct)
    {
        if (!await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(ct))
        {
            return StorageState.Missing;
        }

        var applied = (await db.Database.GetAppliedMigrationsAsync(ct)).ToHashSet();
        return applied.Count == 0 ? StorageState.Missing : applied.IsSupersetOf(db.Database.GetMigrations()) ? StorageState.Ready : StorageState.Older;
    }

    private static async Task CreatePostgresAsync(RegentDb db, CancellationToken ct)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        try
        {
            if (!await creator.ExistsAsync(ct))
            {
                await creator.CreateAsync(ct);
            }
        }
        catch (PostgresException error) when (error.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another server, starting at the same time, has made it.
        }
    }

    private static async Task MigratePostgresAsync(RegentDb db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_lock({MigrationLock})", ct);
        try
        {
            await db.Database.MigrateAsync(ct);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"select pg_advisory_unlock({MigrationLock})", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task MigrateSqliteAsync(RegentDb db, CancellationToken ct)
    {
        await using var turn = await TakeTurnAsync(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()), ct);

        // The framework's own lock is a row that outlives its process: left by one that was killed, it would block every later start.
        await db.Database.ExecuteSqlAsync($"""drop table if exists "__EFMigrationsLock" """, ct);
        await db.Database.MigrateAsync(ct);
    }

    /// <summary>Locks a file beside the database; the operating system lets go of it whatever becomes of the process.</summary>
    private static async Task<Stream> TakeTurnAsync(SqliteConnectionStringBuilder connection, CancellationToken ct)
    {
        if (connection.Mode == SqliteOpenMode.Memory || connection.DataSource is "" or ":memory:")
        {
            return Stream.Null;
        }

        while (true)
        {
            try
            {
                return new FileStream($"{connection.DataSource}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists($"{connection.DataSource}.lock"))
            {
                await Task.Delay(BetweenLooks, ct);
            }
        }
    }
}
