using System.Collections.Concurrent;

namespace Regent.Drill.Inside;

/// <summary>A clock that runs as every clock does, and leaps ahead when it is told to. Whoever waits for a moment it leapt over wakes at once.</summary>
internal sealed class LeapingClock(TimeSpan ahead) : TimeProvider
{
    private readonly ConcurrentDictionary<LeapingTimer, bool> timers = new();
    private long ahead = ahead.Ticks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));

    /// <summary>Leaps to so far ahead of other clocks.</summary>
    public void LeapTo(TimeSpan distance)
    {
        Interlocked.Exchange(ref ahead, distance.Ticks);
        foreach (var timer in timers.Keys)
        {
            timer.Adjust();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new LeapingTimer(this, callback, state);
        timers[timer] = true;
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class LeapingTimer : ITimer
    {
        private readonly LeapingClock clock;
        private readonly ITimer real;
        private readonly Lock gate = new();
        private DateTimeOffset? due;
        private TimeSpan period;

        public LeapingTimer(LeapingClock clock, TimerCallback callback, object? state)
        {
            this.clock = clock;
            real = System.CreateTimer(
                _ =>
                {
                    Fired();
                    callback(state);
                },
                state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (gate)
            {
                this.period = period;
                due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime;
                return real.Change(dueTime, period);
            }
        }

        /// <summary>The clock leapt: what is left to wait is less.</summary>
        public void Adjust()
        {
            lock (gate)
            {
                if (due - clock.GetUtcNow() is { } left)
                {
                    real.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, period);
                }
            }
        }

        public void Dispose()
        {
            clock.timers.TryRemove(this, out _);
            real.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            clock.timers.TryRemove(this, out _);
            return real.DisposeAsync();
        }

        private void Fired()
        {
            lock (gate)
            {
                due = null;
            }
        }
    }
}
