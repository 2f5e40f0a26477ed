using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Schedules;

/// <summary>What a filter about schedules wants. Every part narrows what is there already.</summary>
/// <param name="Query">What the operation is asked.</param>
internal sealed record ScheduleAsk(ScheduleQuery Query)
{
    /// <summary>Only what is had through a group, or only what is not; null is both.</summary>
    public bool? ThroughGroup { get; init; }

    /// <summary>The same question when nothing can meet it.</summary>
    public ScheduleAsk Nothing => this with { Query = Query with { Principals = [] } };

    public ScheduleAsk Of(IEnumerable<PrincipalId> holders) =>
        this with { Query = Query with { Principals = [.. Query.Principals is { } wanted ? wanted.Intersect(holders) : holders] } };

    public ScheduleAsk Of(RoleDefinitionId role) =>
        Query.Role is { } other && other != role ? Nothing : this with { Query = Query with { Role = role } };

    public ScheduleAsk At(Scope scope) =>
        Query.Scope is { } other && other != scope ? Nothing : this with { Query = Query with { Scope = scope } };
}
