using Microsoft.Data.Sqlite;

namespace Regent.Storage.Tests;

/// <summary>SQLite, in a file; copied from one that was prepared once.</summary>
internal sealed class SqlitePorts : DatabasePorts
{
    private static readonly Lazy<Task<byte[]>> Prepared = new(PrepareAsync);

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("regent-storage-").FullName;

    private string Connection => $"Data Source={Path.Combine(folder, "regent.db")}";

    protected override async Task<string> CreateAsync(CancellationToken ct)
    {
        await File.WriteAllBytesAsync(Path.Combine(folder, "regent.db"), await Prepared.Value.WaitAsync(ct), ct);
        return Connection;
    }

    protected override Task RemoveAsync()
    {
        using (var connection = new SqliteConnection(Connection))
        {
            SqliteConnection.ClearPool(connection);
        }

        System.IO.Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    private static async Task<byte[]> PrepareAsync()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("regent-storage-").FullName;
        var file = Path.Combine(folder, "regent.db");
        await using (var services = Regent($"Data Source={file};Pooling=False"))
        {
            await services.PrepareRegentStorageAsync();
        }

        var bytes = await File.ReadAllBytesAsync(file);
        System.IO.Directory.Delete(folder, recursive: true);
        return bytes;
    }
}
