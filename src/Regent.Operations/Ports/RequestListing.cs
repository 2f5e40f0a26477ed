using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;

namespace Regent.Operations.Ports;

/// <summary>A request with the names a list shows.</summary>
/// <param name="Request">The request.</param>
/// <param name="Principal">For whom.</param>
/// <param name="Role">Which role.</param>
/// <param name="Schedule">What it made or ended; null while there is none.</param>
public sealed record RequestListing(ScheduleRequest Request, Principal Principal, RoleDefinition Role, Schedule? Schedule)
{
    /// <summary>What the scope is called; null for the tenant, and for what has left the tree.</summary>
    public string? ScopeName { get; init; }
}
