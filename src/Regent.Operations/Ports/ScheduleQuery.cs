using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Operations.Ports;

/// <summary>Which schedules are wanted, and in which order.</summary>
/// <param name="Kind">Eligibilities or assignments.</param>
/// <param name="View">In force, open or over.</param>
/// <param name="Now">The moment the view is about.</param>
public sealed record ScheduleQuery(ScheduleKind Kind, ScheduleView View, DateTimeOffset Now)
{
    public ScheduleId? Id { get; init; }

    /// <summary>Only those held directly by one of these; null is everybody, empty is nobody.</summary>
    public IReadOnlyCollection<PrincipalId>? Principals { get; init; }

    /// <summary>Only of this role system; null is all.</summary>
    public RoleSystem? System { get; init; }

    public RoleDefinitionId? Role { get; init; }

    public Scope? Scope { get; init; }

    /// <summary>Only at these places, as the scope tree stands now; null is all.</summary>
    public Reach? Within { get; init; }

    /// <summary>Only at this place, above it, and on wish in it; null is everywhere.</summary>
    public Around? Around { get; init; }

    public AssignmentType? Type { get; init; }

    /// <summary>Only of a role of this name; letter case does not matter.</summary>
    public TextMatch? RoleName { get; init; }

    /// <summary>Only held by a principal of this display name; letter case does not matter.</summary>
    public TextMatch? PrincipalName { get; init; }

    /// <summary>Only where the name, sign-in name of the principal, or the name of the role contains this; null or empty is all.</summary>
    public string? Search { get; init; }

    public ScheduleSort Sort { get; init; }

    public bool Descending { get; init; }
}
