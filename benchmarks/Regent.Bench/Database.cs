using Npgsql;

namespace Regent.Bench;

/// <summary>An empty database for one measurement; gone afterwards.</summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly string? server;
    private readonly string name;

    private Database(string folder, string? server, string name)
    {
        Folder = folder;
        this.server = server;
        this.name = name;
    }

    /// <summary>The data directory.</summary>
    public string Folder { get; }

    public bool IsPostgres => server is not null;

    /// <summary>The connection string; for SQLite that of the file in the data directory.</summary>
    public string Connection => server is null
        ? $"Data Source={Path.Combine(Folder, "regent.db")}"
        : new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;

    /// <summary>The settings by which Regent uses it.</summary>
    public IReadOnlyDictionary<string, string?> Settings => IsPostgres
        ? new Dictionary<string, string?> { ["Regent:Data"] = Folder, ["ConnectionStrings:Regent"] = Connection }
        : new Dictionary<string, string?> { ["Regent:Data"] = Folder };

    public string Name => IsPostgres ? "PostgreSQL" : "SQLite";

    /// <summary>SQLite, and PostgreSQL where there is one.</summary>
    public static IEnumerable<Func<Task<Database>>> All()
    {
        yield return () => Task.FromResult(Sqlite());
        if (Environment.GetEnvironmentVariable("REGENT_TEST_POSTGRES") is { Length: > 0 } server)
        {
            yield return () => PostgresAsync(server);
        }
    }

    public static Database Sqlite() => new(Directory.CreateTempSubdirectory("regent-bench-").FullName, server: null, "");

    /// <param name="server">A connection string to a server on which databases may be made.</param>
    public static async Task<Database> PostgresAsync(string server)
    {
        var database = new Database(
            Directory.CreateTempSubdirectory("regent-bench-").FullName, server, $"regent_bench_{Environment.ProcessId}_{Environment.TickCount64}");
        await database.AdministerAsync($"create database {database.name}");
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        if (IsPostgres)
        {
            NpgsqlConnection.ClearAllPools();
            await AdministerAsync($"drop database {name} with (force)");
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task AdministerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
