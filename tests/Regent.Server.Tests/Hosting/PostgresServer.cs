using Microsoft.AspNetCore.Hosting;
using Npgsql;

namespace Regent.Server.Tests.Hosting;

/// <summary>The sample server on PostgreSQL, in a database of its own, which it makes itself.</summary>
public sealed class PostgresServer : SampleServer
{
    private const string Variable = "REGENT_TEST_POSTGRES";

    private static readonly string? Given = Environment.GetEnvironmentVariable(Variable);

    private readonly string name = $"regent_{Guid.CreateVersion7():N}";

    public PostgresServer()
        : base([], database: null)
    {
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        Assert.SkipWhen(
            string.IsNullOrEmpty(Given), $"{Variable} names no PostgreSQL server on which databases may be created; ./test starts one.");
        base.ConfigureWebHost(builder);
        builder.UseSetting("ConnectionStrings:Regent", new NpgsqlConnectionStringBuilder(Given) { Database = name, MaxPoolSize = 30 }.ConnectionString);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (string.IsNullOrEmpty(Given))
        {
            return;
        }

        using var connection = new NpgsqlConnection(Given);
        connection.Open();
        using var command = new NpgsqlCommand($"drop database if exists {name} with (force)", connection);
        command.ExecuteNonQuery();
    }
}
