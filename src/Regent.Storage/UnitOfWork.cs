using System.Data;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Regent.Operations.Ports;

namespace Regent.Storage;

/// <summary>
/// Units of work as serializable transactions. SQLite has one writer at a time, so a gate lets them in one by one, in order;
/// PostgreSQL lets them run together and refuses those that would not add up, which run again; those that lost often take turns.
/// </summary>
internal sealed class UnitOfWork(IDbContextFactory<RegentDb> factory, Session session, ChangeFeed feed)
    : IUnitOfWork, IDisposable
{
    private const int Tries = 40;
    private const int TriesTogether = 3;
    private const int LongestPause = 200;

    private readonly SemaphoreSlim gate = new(1);

    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        if (session.IsRunning)
        {
            return await work(ct);
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(work, together: attempt <= TriesTogether, ct);
            }
            catch (Exception error) when (attempt < Tries && LostRace.Is(error))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(1, Math.Min(LongestPause, 5 * attempt * attempt))), ct);
            }
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task<T> TryAsync<T>(Func<CancellationToken, Task<T>> work, bool together, CancellationToken ct)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        using var unit = new RunningUnit(db);
        var result = together && db is not SqliteRegentDb ? await CommitAsync(db, unit, work, ct) : await TakeTurnAsync(db, unit, work, ct);
        if (unit.Wrote)
        {
            feed.Publish();
        }

        return result;
    }

    private async Task<T> TakeTurnAsync<T>(RegentDb db, RunningUnit unit, Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            return await CommitAsync(db, unit, work, ct);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<T> CommitAsync<T>(RegentDb db, RunningUnit unit, Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        session.Enter(unit);
        var result = await work(ct);
        await unit.FinishAsync(ct);
        await transaction.CommitAsync(ct);
        return result;
    }
}
