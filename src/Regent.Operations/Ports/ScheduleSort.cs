namespace Regent.Operations.Ports;

/// <summary>The order of a list of schedules; equal ones are ordered by id.</summary>
public enum ScheduleSort
{
    Role,
    Principal,
    Start,
    End,

    /// <summary>When it was written.</summary>
    Created,
}
