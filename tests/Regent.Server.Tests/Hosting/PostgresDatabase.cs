using Npgsql;

namespace Regent.Server.Tests.Hosting;

/// <summary>Databases on the PostgreSQL server that the tests were given.</summary>
internal static class PostgresDatabase
{
    private const string Variable = "REGENT_TEST_POSTGRES";

    /// <summary>The connection string of a database of its own, empty; without a server the test is skipped.</summary>
    public static async Task<string> CreateAsync()
    {
        var connection = Absent();
        await using var source = NpgsqlDataSource.Create(Server());
        await using var create = source.CreateCommand($"create database {new NpgsqlConnectionStringBuilder(connection).Database}");
        await create.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>The connection string of a database that is not there.</summary>
    public static string Absent() => new NpgsqlConnectionStringBuilder(Server()) { Database = $"regent_server_{Guid.NewGuid():N}" }.ConnectionString;

    /// <summary>Whether there is such a database.</summary>
    public static async Task<bool> IsThereAsync(string connection)
    {
        await using var source = NpgsqlDataSource.Create(Server());
        await using var ask = source.CreateCommand("select exists (select from pg_database where datname = @name)");
        ask.Parameters.AddWithValue("name", new NpgsqlConnectionStringBuilder(connection).Database!);
        return (bool)(await ask.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static string Server()
    {
        var server = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(server), $"{Variable} names no PostgreSQL server; ./test starts one.");
        return server!;
    }
}
