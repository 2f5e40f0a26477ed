using Microsoft.EntityFrameworkCore;
using Regent.Storage.Rows;

namespace Regent.Storage;

/// <summary>
/// The context that stores work with: that of the running unit of work, which flows with the asynchronous call, or a fresh one
/// for a single read.
/// </summary>
internal sealed class Session(IDbContextFactory<RegentDb> factory)
{
    private readonly AsyncLocal<RunningUnit?> running = new();

    public bool IsRunning => Running is not null;

    /// <summary>The context of the running unit of work; null outside of one.</summary>
    public RegentDb? Unit => Running?.Context;

    private RunningUnit? Running => running.Value is { IsOver: false } unit ? unit : null;

    private RunningUnit Writing => Running ?? throw new InvalidOperationException("Nothing is written outside a unit of work.");

    /// <summary>Reads. Inside a unit of work it sees what the unit has written so far.</summary>
    public async Task<T> ReadAsync<T>(Func<RegentDb, Task<T>> read, CancellationToken ct)
    {
        if (Running is { } unit)
        {
            return await unit.UseAsync(read, ct);
        }

        await using var db = await factory.CreateDbContextAsync(ct);
        return await read(db);
    }

    /// <summary>Writes, which only a running unit of work may.</summary>
    public async Task<T> WriteAsync<T>(Func<RegentDb, Task<T>> write, CancellationToken ct) => await Writing.WriteAsync(write, ct);

    /// <summary>Adds a row, which only a running unit of work may.</summary>
    public void Add(object row) => Writing.Add(row);

    /// <summary>Adds entries to the record, which only a running unit of work may.</summary>
    public void Record(IEnumerable<AuditRow> entries) => Writing.Record(entries);

    /// <summary>Reads the record. Inside a unit of work it sees what the unit has recorded so far.</summary>
    public async Task<T> ReadRecordAsync<T>(Func<RegentDb, Task<T>> read, CancellationToken ct)
    {
        if (Running is { } unit)
        {
            await unit.UseAsync(_ => unit.WriteRecordAsync(ct), ct);
        }

        return await ReadAsync(read, ct);
    }

    /// <summary>Makes the unit the running one for the calls that follow in this flow, until it is disposed.</summary>
    public void Enter(RunningUnit unit) => running.Value = unit;
}
