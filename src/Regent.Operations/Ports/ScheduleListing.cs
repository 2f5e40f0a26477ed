using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;

namespace Regent.Operations.Ports;

/// <summary>A schedule with the names a list shows.</summary>
public sealed record ScheduleListing(Schedule Schedule, Principal Principal, RoleDefinition Role)
{
    /// <summary>What the scope is called; null for the tenant, and for what has left the tree.</summary>
    public string? ScopeName { get; init; }

    /// <summary>Of resource roles: the request that made it; null for all others, and where none did.</summary>
    public ScheduleRequest? Maker { get; init; }
}
