using Regent.Core.Assignments;
using Regent.Core.Principals;

namespace Regent.Core.Policies;

/// <summary>What the judgement of an activation rests on. What could not be found out is given as absent and speaks against.</summary>
/// <param name="Now">The moment of the judgement.</param>
/// <param name="Policy">The settings of the role.</param>
/// <param name="Eligibilities">Those of the asker for this role at this scope or above it, direct and through groups (then no longer than the membership lasts), whether in force or not.</param>
/// <param name="Assignments">Those the asker holds or will hold directly of this role at this scope.</param>
/// <param name="HasOpenRequest">Whether another request for the same waits.</param>
/// <param name="HasFreshMfa">Whether a second factor was given in this session, lately.</param>
/// <param name="HasApprover">Whether somebody other than the asker could decide; true once the request waits or is planned.</param>
public sealed record ActivationFacts(
    DateTimeOffset Now, RolePolicy Policy, IReadOnlyList<Schedule> Eligibilities, IReadOnlyList<Schedule> Assignments,
    bool HasOpenRequest, bool HasFreshMfa, bool HasApprover)
{
    /// <summary>The authentication contexts that the asker's session met.</summary>
    public IReadOnlyList<string> Contexts { get; init; } = [];

    /// <summary>
    /// Whether the session meets the authentication context that the settings demand; null where nobody has said what that context
    /// takes, and a second factor is demanded in its place (specification, section 2.1).
    /// </summary>
    public bool? MeetsContext { get; init; }

    /// <summary>Who would be asked to agree to a new ask; empty when nobody, and when the request waits already.</summary>
    public IReadOnlyList<Principal> Approvers { get; init; } = [];

    /// <summary>The asker's own activation that the ask is to extend, running or over; null when there is none.</summary>
    public Schedule? Extended { get; init; }

    /// <summary>
    /// The eligibility an activation starting at <paramref name="start"/> would use: in force now and then, the one that
    /// lasts longest; null when there is none.
    /// </summary>
    public Schedule? EligibilityAt(DateTimeOffset start) => Eligibilities
        .Where(eligibility => eligibility.IsInForceAt(Now) && eligibility.IsInForceAt(start))
        .MaxBy(eligibility => eligibility.Effective.End ?? DateTimeOffset.MaxValue);
}
