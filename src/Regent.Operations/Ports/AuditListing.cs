using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Operations.Ports;

/// <summary>An entry of the record with the names a list shows; null where nobody, or no role, is concerned.</summary>
public sealed record AuditListing(AuditEntry Entry, Principal? Actor, Principal? Subject, RoleDefinition? Role)
{
    /// <summary>What the scope is called; null for the tenant, and for what has left the tree.</summary>
    public string? ScopeName { get; init; }
}
