namespace Regent.Operations.Ports;

/// <summary>Which schedules are wanted, by their place in time.</summary>
public enum ScheduleView
{
    /// <summary>In force at the moment asked.</summary>
    InForce,

    /// <summary>In force or still to come.</summary>
    Open,

    /// <summary>Still to come.</summary>
    Planned,

    /// <summary>Over. What was ended before it began was never held, and is in no view.</summary>
    Over,
}
