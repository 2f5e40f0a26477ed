using Regent.Core.Assignments;
using Regent.Core.Roles;

namespace Regent.Core.Targets;

/// <summary>Whoever holds this role at this scope has these entitlements in the target.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Target">Where.</param>
/// <param name="Role">What is held.</param>
/// <param name="Scope">Where it is held; held above this scope it counts too.</param>
/// <param name="Entitlements">What it gives, each once.</param>
public sealed record Mapping(MappingId Id, TargetId Target, RoleDefinitionId Role, Scope Scope, IReadOnlyList<string> Entitlements)
{
    public Landing Landing { get; init; } = Landing.AtTheEnd;

    /// <summary>Whether an assignment gives it: of its role, at its scope or above.</summary>
    /// <param name="schedule">The assignment.</param>
    /// <param name="place">Where the mapping's scope lies.</param>
    public bool IsGivenBy(Schedule schedule, Place place) =>
        schedule.Kind == ScheduleKind.Assignment && schedule.Role == Role
        && (place.IsWithin(schedule.Scope) || (schedule.Scope == Scope.Tenant && Scope.System == RoleSystem.Directory));

    public bool Equals(Mapping? other) =>
        other is not null && (Id, Target, Role, Scope, Landing) == (other.Id, other.Target, other.Role, other.Scope, other.Landing)
        && Entitlements.SequenceEqual(other.Entitlements);

    public override int GetHashCode() => Id.GetHashCode();
}
