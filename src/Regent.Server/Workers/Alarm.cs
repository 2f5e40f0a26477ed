using Regent.Operations.Ports;

namespace Regent.Server.Workers;

/// <summary>Wakes a sleeper at every commit.</summary>
internal sealed class Alarm : IDisposable
{
    private readonly SemaphoreSlim woken = new(0);
    private readonly IDisposable subscription;

    public Alarm(IChangeFeed feed) => subscription = feed.Subscribe(Ring);

    /// <summary>Sleeps so long, or until something was committed since the last sleep ended.</summary>
    public async Task SleepAsync(TimeSpan longest, TimeProvider clock, CancellationToken ct)
    {
        using var morning = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var sleep = Task.Delay(longest, clock, morning.Token);
        await Task.WhenAny(woken.WaitAsync(morning.Token), sleep);
        await morning.CancelAsync();
        ct.ThrowIfCancellationRequested();
    }

    public void Dispose()
    {
        subscription.Dispose();
        woken.Dispose();
    }

    private void Ring()
    {
        if (woken.CurrentCount == 0)
        {
            woken.Release();
        }
    }
}
