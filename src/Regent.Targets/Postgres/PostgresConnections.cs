using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Regent.Targets.Postgres;

/// <summary>The connections to one server.</summary>
internal sealed class PostgresConnections : IAsyncDisposable
{
    private const string Guard =
        "select set_config('lock_timeout', $1, true), set_config('statement_timeout', $2, true), 1 / (clock_timestamp() < $3)::int";

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
        foreach (var statement in statements)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(statement));
        }

        await batch.ExecuteNonQueryAsync(ct);
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private static NpgsqlParameter Milliseconds(TimeSpan time) =>
        new() { Value = time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture), NpgsqlDbType = NpgsqlDbType.Text };
}
