using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Regent.Server.Hosting;

namespace Regent.Server.Tests.Sample;

/// <summary>What a server is made of, on data of its own, as one start after the other configures it. None of them listens.</summary>
internal sealed class SampleServices : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("regent-gate-").FullName;

    /// <summary>The services of one start.</summary>
    public ServiceProvider With(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            settings.Append(("Regent:Data", data)).ToDictionary(setting => setting.Item1, string? (setting) => setting.Item2)).Build();
        return new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration)
            .AddRegent(configuration).BuildServiceProvider();
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }
}
