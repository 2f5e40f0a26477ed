using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Matrix;

/// <summary>A sample server that bears any number of requests, does nothing by itself, and can be put back to how it was.</summary>
public sealed class MatrixServer() : SampleServer(new() { ["Regent:Api:RequestsPerMinute"] = "1000000", ["Regent:Api:Burst"] = "1000000" })
{
    private string Kept => $"{DatabaseFile}.kept";

    /// <summary>Keeps everything as it is now.</summary>
    public void Keep() => Copy(DatabaseFile, Kept);

    /// <summary>Makes everything as it was kept.</summary>
    public void PutBack() => Copy(Kept, DatabaseFile);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.RemoveAll<IHostedService>());
    }

    private static void Copy(string from, string to)
    {
        using var source = Patient(from);
        using var target = Patient(to);
        source.BackupDatabase(target);
    }

    // What the server still does after an answer may hold the file for a moment.
    private static SqliteConnection Patient(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var wait = connection.CreateCommand();
        wait.CommandText = "PRAGMA busy_timeout = 10000";
        wait.ExecuteNonQuery();
        return connection;
    }
}
