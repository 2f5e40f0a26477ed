using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Regent.Server.Hosting;

namespace Regent.Server.Tests.SignIn;

/// <summary>The database of an organisation without anybody, prepared once for all the servers that begin with it.</summary>
internal static class EmptyTemplate
{
    private static readonly Lazy<Task<string>> Made = new(MakeAsync);

    public static string File => Made.Value.GetAwaiter().GetResult();

    private static async Task<string> MakeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("regent-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var (full, file) = (Path.Combine(folder, "full.db"), Path.Combine(folder, "regent.db"));
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Regent"] = $"Data Source={full};Pooling=False" }).Build();
        await using (var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration)
            .AddRegent(configuration).BuildServiceProvider())
        {
            await services.PrepareRegentAsync();
        }

        await using var connection = new SqliteConnection($"Data Source={full};Pooling=False");
        await connection.OpenAsync();
        await using var copy = connection.CreateCommand();
        copy.CommandText = "vacuum into @file";
        copy.Parameters.AddWithValue("@file", file);
        await copy.ExecuteNonQueryAsync();
        return file;
    }
}
