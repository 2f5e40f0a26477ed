using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Regent.Bench;

/// <summary>
/// The limit: what one activation writes, as prepared inserts straight into tables of the same columns' sizes, one transaction
/// each: 1 request, 1 schedule, 2 entries of the record, 2 mails and 4 pieces of later work.
/// </summary>
internal static class PlainInserts
{
    private const int Rows = 10;

    public static async Task<double> PerSecondAsync(Database database, int writers, TimeSpan time)
    {
        await using (var first = await OpenAsync(database))
        {
            await ExecuteAsync(first, "create table if not exists plain (id text primary key, kind text not null, at bigint not null, body text not null)");
            await ExecuteAsync(first, "create index if not exists plain_at on plain (kind, at)");
        }

        var done = 0;
        using var gate = new SemaphoreSlim(database.IsPostgres ? writers : 1);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(async writer =>
        {
            await using var connection = await OpenAsync(database);
            for (var round = 0; watch.Elapsed < time; round++)
            {
                await gate.WaitAsync();
                try
                {
                    await WriteAsync(connection, $"{writers}-{writer}-{round}");
                }
                finally
                {
                    gate.Release();
                }

                Interlocked.Increment(ref done);
            }
        }));
        return done / watch.Elapsed.TotalSeconds;
    }

    private static async Task WriteAsync(DbConnection connection, string id)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "insert into plain (id, kind, at, body) values (@id, @kind, @at, @body)";
        Add(command, "id", id);
        Add(command, "kind", "row");
        Add(command, "at", 0L);
        Add(command, "body", new string('x', 200));
        await command.PrepareAsync();
        for (var row = 0; row < Rows; row++)
        {
            command.Parameters[0].Value = $"{id}-{row}";
            command.Parameters[2].Value = (long)row;
            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    private static async Task<DbConnection> OpenAsync(Database database)
    {
        DbConnection connection = database.IsPostgres ? new NpgsqlConnection(database.Connection) : new SqliteConnection(database.Connection);
        await connection.OpenAsync();
        if (!database.IsPostgres)
        {
            await ExecuteAsync(connection, "pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 10000");
        }

        return connection;
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
