using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Regent.Server.Hosting;
using Regent.Server.Tests.Cli;

namespace Regent.Server.Tests.Durability;

/// <summary>An import that is killed on its way leaves nothing of the tenant, and can be repeated.</summary>
public sealed class KilledImportTests
{
    private const int Groups = 12_000;

    [Fact]
    public async Task Killed_in_the_middle_it_leaves_nothing_and_the_next_one_takes_over_everything()
    {
        using var tenant = new EntraFolder();
        using var local = new LocalData();
        await tenant.FillAsync();
        await tenant.PageAsync("groups-2.json", [.. Enumerable.Range(0, Groups).Select(at => (object)new { id = IdOf(at), displayName = $"Group {at}" })]);
        var database = Path.Combine(local.Data, "regent.db");

        using var import = Start(tenant.Path, local.Data);
        // Closely watched: between the first overflow and the end is not much time.
        Assert.True(SpinWait.SpinUntil(() => IsUnderWay(database) || import.HasExited, TimeSpan.FromMinutes(1)), "It never wrote.");
        Assert.False(import.HasExited);
        import.Kill();
        await import.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, Count(database, "principals"));
        Assert.Equal(0, Count(database, "audit_entries"));
        var ran = await local.RunAsync("import", "entra", tenant.Path);
        Assert.Equal((0, $"{Groups + 13} new, 2 changed, 1 unchanged, 1 left out, 0 refused."), (ran.Exit, ran.Lines[^2]));
    }

    private static string IdOf(int at) => string.Create(CultureInfo.InvariantCulture, $"6f0e31a4-5a0c-4b5e-9a58-{at:x12}");

    private static Process Start(string tenant, string data)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { typeof(Composition).Assembly.Location, "import", "entra", tenant, "--data", data })
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    // What is not committed yet overflows into the log beside the database; what the preparation leaves there is much less.
    private static bool IsUnderWay(string database) => new FileInfo($"{database}-wal") is { Exists: true, Length: > 1_000_000 };

    private static long? Count(string database, string table)
    {
        try
        {
            using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"select count(*) from {table}";
            return (long)command.ExecuteScalar()!;
        }
        catch (SqliteException)
        {
            // The table is still to come.
            return null;
        }
    }
}
