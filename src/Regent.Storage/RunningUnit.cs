using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Regent.Storage.Accounts;
using Regent.Storage.Rows;

namespace Regent.Storage;

/// <summary>One attempt at a unit of work: its context, and what is still to be written.</summary>
internal sealed class RunningUnit : IDisposable
{
    // Any number that nothing else in the database locks by.
    private const long RecordLock = 0x5265_6765_6E74;

    private readonly RegentDb db;
    private readonly List<AuditRow> record = [];
    private ExceptionDispatchInfo? failure;

    public RunningUnit(RegentDb db)
    {
        this.db = db;
        db.SavedChanges += OnSavedChanges;
    }

    /// <summary>For stores that bring their own way of using a context.</summary>
    public RegentDb Context => db;

    /// <summary>Whether it is behind, committed or not; work that outlives it must not touch its context.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether anything was written.</summary>
    public bool Wrote { get; private set; }

    /// <summary>Uses the context, after what waits has been written, so that every read sees it.</summary>
    public async Task<T> UseAsync<T>(Func<RegentDb, Task<T>> use, CancellationToken ct)
    {
        try
        {
            await FlushAsync(ct);
            return await use(db);
        }
        catch (Exception error)
        {
            // Whoever catches this, the transaction is lost; PostgreSQL would answer a commit by quietly rolling back.
            failure ??= ExceptionDispatchInfo.Capture(error);
            throw;
        }
    }

    public Task<T> WriteAsync<T>(Func<RegentDb, Task<T>> write, CancellationToken ct)
    {
        Wrote = true;
        return UseAsync(write, ct);
    }

    /// <summary>Adds a row, to be written with the next ones.</summary>
    public void Add(object row)
    {
        Wrote = true;
        db.Add(row);
    }

    /// <summary>Adds entries to the record, to be written last.</summary>
    public void Record(IEnumerable<AuditRow> entries)
    {
        Wrote = true;
        record.AddRange(entries);
    }

    /// <summary>
    /// Writes the entries of the record. They are numbered in the order of the commits, so in PostgreSQL one unit at a time
    /// gets from here to its end; the rest of the unit has run beside others.
    /// </summary>
    public async Task<bool> WriteRecordAsync(CancellationToken ct)
    {
        if (record.Count == 0)
        {
            return false;
        }

        await FlushAsync(ct);
        if (db is PostgresRegentDb)
        {
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({RecordLock})", ct);
        }

        db.AddRange(record);
        record.Clear();
        await FlushAsync(ct);
        return true;
    }

    /// <summary>Writes all that waits. Throws what failed on the way, even if the work has swallowed it.</summary>
    public async Task FinishAsync(CancellationToken ct)
    {
        failure?.Throw();
        await FlushAsync(ct);
        await WriteRecordAsync(ct);
    }

    public void Dispose()
    {
        IsOver = true;
        db.SavedChanges -= OnSavedChanges;
    }

    private void OnSavedChanges(object? sender, SavedChangesEventArgs saved) => Wrote |= saved.EntitiesSavedCount > 0;

    private async Task FlushAsync(CancellationToken ct)
    {
        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveChangesAsync(ct);

            // What is written need not be watched any longer: a unit that writes much stays as fast as it began. Accounts are
            // watched on, because their store changes the very object it was given.
            foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.Entity is not Account).ToList())
            {
                entry.State = EntityState.Detached;
            }
        }
    }
}
