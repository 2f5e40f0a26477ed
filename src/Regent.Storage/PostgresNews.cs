using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Regent.Storage;

/// <summary>
/// Carries the news of commits between nodes: one connection listens and is opened again whenever it breaks; another tells,
/// after the commit and at most once for all commits since. News that is lost costs a late look, never data.
/// </summary>
internal sealed class PostgresNews(string connection, ChangeFeed feed, ILogger<PostgresNews> log) : BackgroundService
{
    private const string Topic = "regent_changes";

    private static readonly TimeSpan BeforeListeningAgain = TimeSpan.FromSeconds(1);

    // A connection of its own kind: it notices within half a minute that the other end is gone.
    private readonly NpgsqlDataSource database = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(connection) { KeepAlive = 30, MaxPoolSize = 2, MinPoolSize = 0 });

    private readonly string node = RandomNumberGenerator.GetHexString(16);
    private readonly Channel<bool> commits = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public override void Dispose()
    {
        database.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        feed.CommittedHere += Note;
        try
        {
            await Task.WhenAll(ListenAsync(stoppingToken), TellAsync(stoppingToken));
        }
        finally
        {
            feed.CommittedHere -= Note;
        }

        void Note() => commits.Writer.TryWrite(true);
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await using var open = await database.OpenConnectionAsync(ct);
                open.Notification += (_, news) => Hear(news.Payload);
                await ExecuteAsync(open, $"listen {Topic}", ct);

                // What was told while nobody listened is looked for once.
                feed.Tell();
                while (true)
                {
                    await open.WaitAsync(ct);
                }
            }
            catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
            {
                log.ListeningFailed(error);
                await Task.Delay(BeforeListeningAgain, ct);
            }
        }
    }

    private async Task TellAsync(CancellationToken ct)
    {
        await foreach (var _ in commits.Reader.ReadAllAsync(ct))
        {
            try
            {
                await using var open = await database.OpenConnectionAsync(ct);
                await ExecuteAsync(open, $"notify {Topic}, '{node}'", ct);
            }
            catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
            {
                log.TellingFailed(error);
            }
        }
    }

    private void Hear(string teller)
    {
        if (teller != node)
        {
            feed.Tell();
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection open, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, open);
        await command.ExecuteNonQueryAsync(ct);
    }
}
