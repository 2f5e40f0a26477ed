using System.Diagnostics;

namespace Regent.Drill.Watching;

/// <summary>For how long Regent, a target, and the network between them have all been well.</summary>
internal sealed class Uptime
{
    private readonly Lock gate = new();
    private readonly HashSet<Part> down = [Part.Regent];
    private TimeSpan before;
    private long since;

    /// <summary>What can be down.</summary>
    public enum Part
    {
        Regent,
        Target,
        Network,
    }

    public bool IsUp
    {
        get
        {
            lock (gate)
            {
                return down.Count == 0;
            }
        }
    }

    /// <summary>Since when all are well, as a timestamp; null when they are not.</summary>
    public long? Since
    {
        get
        {
            lock (gate)
            {
                return down.Count == 0 ? since : null;
            }
        }
    }

    /// <summary>How long all have been well, taken together.</summary>
    public TimeSpan Total
    {
        get
        {
            lock (gate)
            {
                return down.Count == 0 ? before + Stopwatch.GetElapsedTime(since) : before;
            }
        }
    }

    public void Ends(Part part)
    {
        lock (gate)
        {
            if (down.Count == 0)
            {
                before += Stopwatch.GetElapsedTime(since);
            }

            down.Add(part);
        }
    }

    public void Begins(Part part)
    {
        lock (gate)
        {
            if (down.Remove(part) && down.Count == 0)
            {
                since = Stopwatch.GetTimestamp();
            }
        }
    }
}
