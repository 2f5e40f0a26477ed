namespace Regent.Operations.Assignments;

/// <summary>Whose schedules are wanted.</summary>
public enum ScheduleList
{
    /// <summary>Everybody's, where the caller may see them; for others only where the query leaves their own.</summary>
    All,

    /// <summary>The same, and of the principals in the query also what they have through groups.</summary>
    AllThroughGroups,

    /// <summary>The caller's own, themselves and through groups.</summary>
    Mine,

    /// <summary>What the caller has themselves.</summary>
    MineDirectly,

    /// <summary>What the caller has through groups.</summary>
    MineThroughGroups,
}
