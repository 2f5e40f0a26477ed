using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Assignments;

namespace Regent.Api.Graph.Schedules;

/// <summary>Finds one item among those that were looked up.</summary>
internal static class RelatedItems
{
    public static SeenSchedule? Schedule(this Related related, ScheduleId? id) =>
        id is { } wanted ? related.Schedules.GetValueOrDefault(wanted) : null;

    /// <summary>The eligibility that an activation rests on.</summary>
    public static SeenSchedule? Eligibility(this Related related, Schedule? activation) => related.Schedule(activation?.ActivatedUsing);

    public static Principal? GroupOf(this Related related, Scope scope) =>
        scope.Group is { } group ? related.Groups.GetValueOrDefault(group) : null;

    public static ScopeNode? Node(this Related related, Scope scope) => related.Nodes.GetValueOrDefault(scope);
}
