using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Operations.Assignments;

/// <summary>What schedules and requests refer to.</summary>
/// <param name="Organisation">The organisation that everybody belongs to.</param>
public sealed record Related(Tenant Organisation)
{
    /// <summary>What activations rest on, and what requests are about.</summary>
    public IReadOnlyDictionary<ScheduleId, SeenSchedule> Schedules { get; init; } = new Dictionary<ScheduleId, SeenSchedule>();

    /// <summary>The groups that scopes are about.</summary>
    public IReadOnlyDictionary<PrincipalId, Principal> Groups { get; init; } = new Dictionary<PrincipalId, Principal>();

    /// <summary>The scopes that stand in the scope tree.</summary>
    public IReadOnlyDictionary<Scope, ScopeNode> Nodes { get; init; } = new Dictionary<Scope, ScopeNode>();
}
