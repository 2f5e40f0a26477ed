using Microsoft.EntityFrameworkCore;

namespace Regent.Storage;

/// <summary>
/// The context that stores work with: that of the running unit of work, which flows with the asynchronous call, or a fresh one
/// for a single read.
/// </summary>
internal sealed class Session(IDbContextFactory<RegentDb> factory)
{
    private readonly AsyncLocal<RegentDb?> running = new();

    public bool IsRunning => running.Value is not null;

    /// <summary>The context of the running unit of work; null outside of one.</summary>
    public RegentDb? Unit => running.Value;

    /// <summary>Reads. Inside a unit of work it sees what the unit has written so far.</summary>
    public async Task<T> ReadAsync<T>(Func<RegentDb, Task<T>> read, CancellationToken ct)
    {
        if (running.Value is { } unit)
        {
            await FlushAsync(unit, ct);
            return await read(unit);
        }

        await using var db = await factory.CreateDbContextAsync(ct);
        return await read(db);
    }

    /// <summary>Writes, which only a running unit of work may.</summary>
    public async Task<T> WriteAsync<T>(Func<RegentDb, Task<T>> write, CancellationToken ct)
    {
        var unit = running.Value ?? throw new InvalidOperationException("Nothing is written outside a unit of work.");
        await FlushAsync(unit, ct);
        return await write(unit);
    }

    /// <summary>Adds a row, which only a running unit of work may.</summary>
    public void Add(object row)
    {
        var unit = running.Value ?? throw new InvalidOperationException("Nothing is written outside a unit of work.");
        unit.Add(row);
    }

    /// <summary>Makes the context the running one for the calls that follow in this flow, until disposed.</summary>
    public IDisposable Enter(RegentDb db)
    {
        running.Value = db;
        return new Exit(running);
    }

    private static async Task FlushAsync(RegentDb unit, CancellationToken ct)
    {
        if (unit.ChangeTracker.HasChanges())
        {
            await unit.SaveChangesAsync(ct);
        }
    }

    private sealed class Exit(AsyncLocal<RegentDb?> running) : IDisposable
    {
        public void Dispose() => running.Value = null;
    }
}
