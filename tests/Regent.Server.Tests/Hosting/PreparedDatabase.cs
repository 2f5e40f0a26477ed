using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Regent.Server.Hosting;

namespace Regent.Server.Tests.Hosting;

/// <summary>Databases as a first start leaves them, made once for all the servers that begin with one.</summary>
internal static class PreparedDatabase
{
    private static readonly Lazy<Task<string>> WithoutAnybody = new(() => MakeAsync(withSample: false));
    private static readonly Lazy<Task<string>> WithSample = new(() => MakeAsync(withSample: true));

    /// <summary>The file of an organisation without anybody.</summary>
    public static string Empty => WithoutAnybody.Value.GetAwaiter().GetResult();

    /// <summary>The file of the sample organisation, by the real clock.</summary>
    public static string Sample => WithSample.Value.GetAwaiter().GetResult();

    private static async Task<string> MakeAsync(bool withSample)
    {
        var folder = Directory.CreateTempSubdirectory("regent-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var (full, file) = (Path.Combine(folder, "full.db"), Path.Combine(folder, "regent.db"));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Regent"] = $"Data Source={full};Pooling=False",
            ["Regent:Sample"] = withSample ? "true" : "false",
        }).Build();
        await using (var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddRegent(configuration)
            .Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000).BuildServiceProvider())
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
