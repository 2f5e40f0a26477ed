using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Assignments;

/// <summary>Which of their own roles somebody wants to see, and in which order.</summary>
/// <param name="Tab">Eligible, active or expired.</param>
public sealed record MyRolesAsk(MyRolesTab Tab)
{
    /// <summary>Among the expired: what one was eligible for, rather than what one held.</summary>
    public bool PastEligibilities { get; init; }

    /// <summary>Only of this role system; null is all.</summary>
    public RoleSystem? System { get; init; }

    /// <summary>Only roles whose name contains this; null or empty is all.</summary>
    public string? Search { get; init; }

    public ScheduleSort Sort { get; init; } = ScheduleSort.Role;

    public bool Descending { get; init; }
}
