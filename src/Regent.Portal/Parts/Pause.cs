namespace Regent.Portal.Parts;

/// <summary>
/// Waits until a flurry is over, then acts once. It measures the patience of people and machines, not the time of the house, so it
/// runs on while the house's clock is held.
/// </summary>
internal sealed class Pause(Func<Task> act) : IDisposable
{
    private CancellationTokenSource waiting = new();
    private bool over;

    /// <summary>Whether something is about to happen.</summary>
    public bool IsWaiting { get; private set; }

    /// <summary>Starts waiting; with <paramref name="anew"/> a wait that is on begins again.</summary>
    public async Task WaitAsync(TimeSpan patience, bool anew)
    {
        if (over || (IsWaiting && !anew))
        {
            return;
        }

        await waiting.CancelAsync();
        waiting.Dispose();
        waiting = new CancellationTokenSource();
        var ct = waiting.Token;
        IsWaiting = true;
        await Task.Delay(patience, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (!ct.IsCancellationRequested)
        {
            IsWaiting = false;
            await act();
        }
    }

    public void Dispose()
    {
        over = true;
        waiting.Cancel();
        waiting.Dispose();
    }
}
