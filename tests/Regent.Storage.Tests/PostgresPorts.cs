using Npgsql;

namespace Regent.Storage.Tests;

/// <summary>PostgreSQL, a database of its own for each test; copied from one that was prepared once.</summary>
internal sealed class PostgresPorts : DatabasePorts
{
    private const string Variable = "REGENT_TEST_POSTGRES";

    private static readonly Lazy<Task<string>> Prepared = new(PrepareAsync);

    public string Name { get; } = $"regent_{Guid.CreateVersion7():N}";

    public static bool IsThere => !string.IsNullOrEmpty(Server);

    private static string? Server => Environment.GetEnvironmentVariable(Variable);

    public string Connection => ConnectionTo(Name);

    public static void SkipWithoutServer() => Assert.SkipWhen(
        !IsThere, $"{Variable} names no PostgreSQL server on which databases may be created; ./test starts one.");

    public static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public static string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder(Server)
    {
        Database = database,
        MaxPoolSize = 30,
    }.ConnectionString;

    protected override async Task<string> CreateAsync(CancellationToken ct)
    {
        SkipWithoutServer();
        var template = await Prepared.Value.WaitAsync(ct);
        await ExecuteAsync($"create database {Name} template {template}");
        return Connection;
    }

    protected override async Task RemoveAsync()
    {
        await using (var connection = new NpgsqlConnection(Connection))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await ExecuteAsync($"drop database if exists {Name} with (force)");
    }

    private static async Task<string> PrepareAsync()
    {
        var template = $"regent_template_{Guid.CreateVersion7():N}";
        await ExecuteAsync($"create database {template}");
        await using (var services = Regent($"{ConnectionTo(template)};Pooling=False"))
        {
            await services.PrepareRegentStorageAsync();
        }

        return template;
    }
}
