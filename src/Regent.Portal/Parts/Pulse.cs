namespace Regent.Portal.Parts;

/// <summary>One slow beat for everything on a reader's screen that depends on the time; it only runs while something listens.</summary>
public sealed class Pulse(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly List<Action> listeners = [];
    private ITimer? timer;

    /// <summary>Calls <paramref name="beat"/> now and then until the result is disposed.</summary>
    public IDisposable Listen(Action beat)
    {
        lock (gate)
        {
            listeners.Add(beat);
            timer ??= clock.CreateTimer(_ => Tell(), null, Beat, Beat);
        }

        return new Listener(this, beat);
    }

    public void Dispose() => timer?.Dispose();

    private void Tell()
    {
        Action[] now;
        lock (gate)
        {
            now = [.. listeners];
        }

        foreach (var beat in now)
        {
            beat();
        }
    }

    private void Leave(Action beat)
    {
        lock (gate)
        {
            listeners.Remove(beat);
            if (listeners.Count == 0)
            {
                timer?.Dispose();
                timer = null;
            }
        }
    }

    private sealed class Listener(Pulse pulse, Action beat) : IDisposable
    {
        public void Dispose() => pulse.Leave(beat);
    }
}
