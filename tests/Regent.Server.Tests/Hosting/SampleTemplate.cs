using Microsoft.Data.Sqlite;

namespace Regent.Server.Tests.Hosting;

/// <summary>The database of a sample server that was set up once, for all the others to begin with.</summary>
internal static class SampleTemplate
{
    private static readonly Lazy<string> Made = new(Make);

    public static string File => Made.Value;

    private static string Make()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("regent-template-").FullName, "regent.db");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        using var server = new SampleServer([], database: null);
        _ = server.Address;
        using var connection = new SqliteConnection($"Data Source={server.DatabaseFile}");
        connection.Open();
        using var copy = connection.CreateCommand();
        copy.CommandText = "vacuum into @file";
        copy.Parameters.AddWithValue("@file", file);
        copy.ExecuteNonQuery();
        return file;
    }
}
