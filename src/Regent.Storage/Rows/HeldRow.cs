using Regent.Core.Alerts;

namespace Regent.Storage.Rows;

/// <summary>Something somebody has, with when they last used it; never stored.</summary>
internal sealed class HeldRow
{
    public required ScheduleRow Schedule { get; init; }
    public DateTimeOffset? LastUsed { get; init; }

    public IdleRole ToCore() => new(Schedule.ToCore(), LastUsed);
}
