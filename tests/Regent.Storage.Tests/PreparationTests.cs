using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Operations;
using Regent.Operations.Ports;
using Regent.Testing;

namespace Regent.Storage.Tests;

public sealed class PreparationTests : IAsyncDisposable
{
    private const int Servers = 4;

    private readonly string folder = Directory.CreateTempSubdirectory("regent-storage-").FullName;
    private readonly string database = $"regent_{Guid.CreateVersion7():N}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string SqliteFile => $"Data Source={Path.Combine(folder, "regent.db")}";

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Host=localhost")]
    public async Task Every_change_of_the_tables_has_its_migration(string connection)
    {
        await using var services = DatabasePorts.Regent(connection);
        await using var db = await services.GetRequiredService<IDbContextFactory<RegentDb>>().CreateDbContextAsync(Ct);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Servers_that_start_at_once_prepare_one_SQLite_file_together()
    {
        Assert.Single(await PrepareTogetherAsync(SqliteFile));

        await WorksAsync(SqliteFile);
    }

    [Fact]
    public async Task Servers_that_start_at_once_prepare_one_PostgreSQL_database_together()
    {
        PostgresPorts.SkipWithoutServer();

        Assert.Single(await PrepareTogetherAsync(PostgresPorts.ConnectionTo(database)));

        await WorksAsync(PostgresPorts.ConnectionTo(database));
    }

    [Fact]
    public Task A_SQLite_file_of_the_first_version_keeps_what_is_in_it() => UpgradeAsync(SqliteFile);

    [Fact]
    public Task A_PostgreSQL_database_of_the_first_version_keeps_what_is_in_it()
    {
        PostgresPorts.SkipWithoutServer();
        return UpgradeAsync(PostgresPorts.ConnectionTo(database));
    }

    [Fact]
    public async Task A_server_killed_while_it_prepared_does_not_block_the_next()
    {
        await using (var connection = new SqliteConnection(SqliteFile))
        {
            await connection.OpenAsync(Ct);
            await using var command = connection.CreateCommand();
            command.CommandText =
                """
                create table "__EFMigrationsLock" ("Id" integer not null primary key, "Timestamp" text not null);
                insert into "__EFMigrationsLock" values (1, '2026-03-02');
                """;
            await command.ExecuteNonQueryAsync(Ct);
        }

        await WorksAsync(SqliteFile);
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        if (PostgresPorts.IsThere)
        {
            NpgsqlConnection.ClearAllPools();
            await PostgresPorts.ExecuteAsync($"drop database if exists {database} with (force)");
        }
    }

    /// <summary>What the servers take for the organisation they serve.</summary>
    private static async Task<HashSet<Tenant>> PrepareTogetherAsync(string connection) =>
    [
        .. await Task.WhenAll(Enumerable.Range(0, Servers).Select(_ => Task.Run(
            async () =>
            {
                await using var services = DatabasePorts.Regent(connection);
                await services.PrepareRegentStorageAsync(Ct);
                return services.GetRequiredService<Tenant>();
            },
            Ct))),
    ];

    private static async Task UpgradeAsync(string connection)
    {
        var mail = new Mail(Make.NewId(), NoticeKind.Denied, new PrincipalId(Make.NewId()), RequestId.At(Make.Noon), Make.Noon);
        await using var services = DatabasePorts.Regent(connection);
        await using (var db = await services.GetRequiredService<IDbContextFactory<RegentDb>>().CreateDbContextAsync(Ct))
        {
            await db.GetService<IMigrator>().MigrateAsync("Initial", Ct);
            var (id, someone) = (mail.Id, mail.Recipient!.Value.Value);
            object at = db is SqliteRegentDb ? (mail.CreatedAt - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond : mail.CreatedAt;
            await db.Database.ExecuteSqlAsync(
                $"insert into mails (id, kind, recipient_id, request_id, created_at) values ({id}, 'Denied', {someone}, {mail.Request!.Value.Value}, {at})", Ct);
        }

        await services.PrepareRegentStorageAsync(Ct);

        Assert.Equal(mail, await services.GetRequiredService<IMailStore>().FindAsync(mail.Id, Ct));
    }

    private static async Task WorksAsync(string connection)
    {
        await using var services = DatabasePorts.Regent(connection);
        await services.PrepareRegentStorageAsync(Ct);
        await services.PrepareRegentStorageAsync(Ct);
        var directory = services.GetRequiredService<IDirectory>();
        await services.GetRequiredService<IUnitOfWork>().RunAsync(
            async ct =>
            {
                await directory.SaveAsync(Make.User("Ada Lovelace"), ct);
                return true;
            },
            Ct);

        Assert.False(await directory.IsEmptyAsync(Ct));
    }
}
