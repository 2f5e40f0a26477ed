using Regent.Core.Assignments;

namespace Regent.Core.Policies;

/// <summary>What the judgement of an ask to extend or renew rests on.</summary>
/// <param name="Now">The moment of the judgement.</param>
/// <param name="Policy">The settings of the role.</param>
/// <param name="Target">What shall be extended or renewed, the asker's own; null when there is none.</param>
/// <param name="Present">What the asker has, or will have, directly of this role and kind at this scope.</param>
/// <param name="HasOpenRequest">Whether another request for the same waits.</param>
/// <param name="HasFreshMfa">Whether a second factor was given in this session, lately.</param>
/// <param name="Windows">When it may be asked.</param>
public sealed record ExtensionFacts(
    DateTimeOffset Now, RolePolicy Policy, Schedule? Target, IReadOnlyList<Schedule> Present, bool HasOpenRequest, bool HasFreshMfa,
    ExtensionWindows Windows);
