using Regent.Core.Alerts;
using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Operations.Alerts;

/// <summary>Something an alert found, with the names a list shows.</summary>
/// <param name="Incident">What was found.</param>
/// <param name="Assignee">Who it is about; null where it is about a role.</param>
/// <param name="Role">The role it is about; null where it is about a target.</param>
/// <param name="ScopeName">What the scope is called; null for the tenant.</param>
public sealed record ListedIncident(AlertIncident Incident, Principal? Assignee, RoleDefinition? Role, string? ScopeName)
{
    /// <summary>What the target it is about is called; null where it is about none.</summary>
    public string? TargetName { get; init; }
}
