namespace Regent.Drill.Site;

/// <summary>What Regent's clock shows. While it is told to leap, that is known only within the leap.</summary>
internal sealed class DrillTime : IDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private long earliest;
    private long latest;

    public DateTimeOffset Earliest => TimeProvider.System.GetUtcNow().AddTicks(Interlocked.Read(ref earliest));

    public DateTimeOffset Latest => TimeProvider.System.GetUtcNow().AddTicks(Interlocked.Read(ref latest));

    /// <summary>How far it is ahead of other clocks.</summary>
    public TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref latest));

    public int Leaps { get; private set; }

    /// <summary>Leaps ahead, and waits until Regent has.</summary>
    public async Task LeapAsync(TimeSpan distance, RegentProcess regent)
    {
        await gate.WaitAsync();
        try
        {
            Leaps++;
            Interlocked.Add(ref latest, distance.Ticks);
            await regent.LeapAsync(Ahead);
            Interlocked.Exchange(ref earliest, Ahead.Ticks);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();
}
