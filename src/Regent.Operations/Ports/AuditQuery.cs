using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Operations.Ports;

/// <summary>Which entries of the record are wanted; the newest come first.</summary>
public sealed record AuditQuery
{
    /// <summary>Only those by or about this principal.</summary>
    public PrincipalId? Involving { get; init; }

    public RoleDefinitionId? Role { get; init; }

    /// <summary>Only of this name, one of <see cref="Core.Audit.AuditActivities.All"/>.</summary>
    public string? Activity { get; init; }

    /// <summary>Only of this story.</summary>
    public Guid? CorrelationId { get; init; }

    /// <summary>Not before.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before.</summary>
    public DateTimeOffset? Until { get; init; }
}
