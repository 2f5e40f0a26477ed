using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Regent.Storage.Tests;

public sealed class SqlitePragmasTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("regent-storage-").FullName;

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    public async Task What_was_answered_survives_a_power_cut(string pragma, string expected)
    {
        await using var services = Storage();
        await services.PrepareRegentStorageAsync(TestContext.Current.CancellationToken);
        await using var db = await services.GetRequiredService<IDbContextFactory<RegentDb>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);

        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"pragma {pragma}";

        Assert.Equal(expected, Convert.ToString(
            await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private ServiceProvider Storage()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Regent:Data"] = folder }).Build();
        return new ServiceCollection().AddRegentStorage(configuration).BuildServiceProvider();
    }
}
