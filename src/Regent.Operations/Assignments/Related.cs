using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Operations.Assignments;

/// <summary>What schedules and requests refer to.</summary>
/// <param name="Schedules">What activations rest on, and what requests are about.</param>
/// <param name="Groups">The groups that scopes are about.</param>
/// <param name="Nodes">The scopes that stand in the scope tree.</param>
public sealed record Related(
    IReadOnlyDictionary<ScheduleId, SeenSchedule> Schedules, IReadOnlyDictionary<PrincipalId, Principal> Groups,
    IReadOnlyDictionary<Scope, ScopeNode> Nodes)
{
    /// <summary>Nothing was looked up.</summary>
    public static Related Nothing { get; } = new(
        new Dictionary<ScheduleId, SeenSchedule>(), new Dictionary<PrincipalId, Principal>(), new Dictionary<Scope, ScopeNode>());
}
