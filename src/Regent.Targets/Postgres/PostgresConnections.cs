using System.Data;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Regent.Targets.Postgres;

/// <summary>The connections to one server.</summary>
internal sealed class PostgresConnections : IAsyncDisposable
{
    private const string Guard =
        "select set_config('lock_timeout', $1, true), set_config('statement_timeout', $2, true), 1 / (clock_timestamp() < $3)::int";

    private const string Bounds = """
        select set_config('lock_timeout', $1, true), set_config('statement_timeout', $2, true),
               set_config('idle_in_transaction_session_timeout', $2, true)
        """;

    private const string Turn = "select pg_advisory_xact_lock($1, $2)";

    private readonly NpgsqlDataSource source;

    public PostgresConnections(PostgresTargetOptions options)
    {
        Options = options;
        var seconds = (int)options.Timeout.TotalSeconds;
        var builder = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder
        {
            Host = options.Host,
            Port = options.Port,
            Database = options.Database,
            Username = options.User,
            Password = options.Password == "" ? null : options.Password,
            ApplicationName = "regent",
            SslMode = options is { IsLocal: true, Authorities: null } ? SslMode.Disable : SslMode.VerifyFull,
            GssEncryptionMode = GssEncryptionMode.Disable,
            Timeout = seconds,
            CommandTimeout = seconds,
            CancellationTimeout = -1,
            MaxPoolSize = 4,
            NoResetOnClose = true,
        }.ConnectionString);
        if (options.Authorities is { } authorities)
        {
            builder.UseRootCertificates(authorities);
        }

        source = builder.Build();
    }

    public PostgresTargetOptions Options { get; }

    // A change waits for somebody else's for a moment only, so that it does not hold up the others.
    private TimeSpan LockTime => TimeSpan.FromSeconds(Math.Min(1, Options.Timeout.TotalSeconds / 4));

    /// <summary>Looks at the server. A connection that lay idle may be dead by now; then it looks once more over a new one.</summary>
    public async Task<T> ReadAsync<T>(Func<NpgsqlConnection, Task<T>> read, CancellationToken ct)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(ct);
            return await read(connection);
        }
        catch (Exception error) when (PostgresErrors.IsBroken(error) && !ct.IsCancellationRequested)
        {
            source.Clear();
            await using var connection = await source.OpenConnectionAsync(ct);
            return await read(connection);
        }
    }

    /// <summary>
    /// Runs statements as one transaction in one round trip. Something that the network delivers after nobody waits for it any more is
    /// left undone by the server, so that it cannot give what was taken back meanwhile.
    /// </summary>
    /// <param name="statements">The statements; nothing in them comes from people but quoted names.</param>
    /// <param name="now">The server's time when it was last looked at.</param>
    /// <param name="ct">Gives up.</param>
    public async Task WriteAsync(IEnumerable<string> statements, DateTimeOffset now, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Guard)
        {
            Parameters =
            {
                Milliseconds(LockTime),
                Milliseconds(Options.Timeout / 2),
                new NpgsqlParameter { Value = (now + Options.Timeout).ToUniversalTime(), NpgsqlDbType = NpgsqlDbType.TimestampTz },
            },
        });
        Add(batch, statements);
        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>
    /// Looks and changes in one transaction, in a turn: others who ask for the same one wait, so that nothing they do falls between what was
    /// seen and what comes of it. Where nobody goes on any more the server ends the turn, with nothing changed.
    /// </summary>
    /// <param name="turn">Names the turn in the whole database.</param>
    /// <param name="plan">Looks, and says what is to be done; nothing in it comes from people but quoted names.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<T> InTurnAsync<T>(
        (int, int) turn, Func<NpgsqlConnection, Task<(T Result, IReadOnlyList<string> Statements)>> plan, CancellationToken ct)
    {
        await using var transaction = await BeginAsync(turn, ct);
        await using var connection = transaction.Connection!;
        var (result, statements) = await plan(connection);
        if (statements is not [])
        {
            await using var batch = new NpgsqlBatch(connection);
            Add(batch, statements);
            await batch.ExecuteNonQueryAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return result;
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private static void Add(NpgsqlBatch batch, IEnumerable<string> statements)
    {
        foreach (var statement in statements)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(statement));
        }
    }

    private async Task<NpgsqlTransaction> BeginAsync((int, int) turn, CancellationToken ct)
    {
        try
        {
            return await BeginOnceAsync(turn, ct);
        }
        catch (Exception error) when (PostgresErrors.IsBroken(error) && !ct.IsCancellationRequested)
        {
            source.Clear();
            return await BeginOnceAsync(turn, ct);
        }
    }

    private async Task<NpgsqlTransaction> BeginOnceAsync((int First, int Second) turn, CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        try
        {
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
            await using var batch = new NpgsqlBatch(connection);
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Bounds) { Parameters = { Milliseconds(LockTime), Milliseconds(Options.Timeout / 2) } });
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Turn)
            {
                Parameters = { new NpgsqlParameter<int> { TypedValue = turn.First }, new NpgsqlParameter<int> { TypedValue = turn.Second } },
            });
            await batch.ExecuteNonQueryAsync(ct);
            return transaction;
        }
        catch (Exception error)
        {
            await connection.DisposeAsync();
            if (error is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable })
            {
                throw new TimeoutException("Others change logins here at this moment.", error);
            }

            throw;
        }
    }

    private static NpgsqlParameter Milliseconds(TimeSpan time) =>
        new() { Value = time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture), NpgsqlDbType = NpgsqlDbType.Text };
}
