using Regent.Core.Assignments;
using Regent.Core.Principals;

namespace Regent.Core.Policies;

/// <summary>What the judgement of an administrator's assignment rests on.</summary>
/// <param name="Now">The moment of the judgement.</param>
/// <param name="Policy">The settings of the role.</param>
/// <param name="Principal">Who shall get it; null when unknown.</param>
/// <param name="Present">What this principal has, or will have, directly of this role and kind at this scope.</param>
/// <param name="HasFreshMfa">Whether the administrator gave a second factor in this session, lately.</param>
public sealed record AssignmentFacts(
    DateTimeOffset Now, RolePolicy Policy, Principal? Principal, IReadOnlyList<Schedule> Present, bool HasFreshMfa)
{
    /// <summary>The schedule the ask is to change, extend or renew; null when there is none. It does not speak against the ask.</summary>
    public Schedule? Target { get; init; }

    /// <summary>Of a protected role: what others would still hold, see <see cref="LastAdministrator"/>.</summary>
    public IReadOnlyList<Schedule> Remaining { get; init; } = [];
}
