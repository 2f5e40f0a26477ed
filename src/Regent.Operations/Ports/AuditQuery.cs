using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Operations.Ports;

/// <summary>Which entries of the record are wanted.</summary>
public sealed record AuditQuery
{
    public Guid? Id { get; init; }

    /// <summary>Only those by or about this principal.</summary>
    public PrincipalId? Involving { get; init; }

    public RoleDefinitionId? Role { get; init; }

    /// <summary>Only of this name, one of <see cref="Core.Audit.AuditActivities.All"/>.</summary>
    public string? Activity { get; init; }

    /// <summary>Only of these names; null is all, empty is none.</summary>
    public IReadOnlyCollection<string>? Activities { get; init; }

    /// <summary>Only by those whom this finds.</summary>
    public PrincipalQuery? Actor { get; init; }

    /// <summary>Only about the principal, role, group or administrative unit of this id.</summary>
    public Guid? Target { get; init; }

    public AuditService? Service { get; init; }

    public AuditCategory? Category { get; init; }

    public AuditResult? Result { get; init; }

    /// <summary>Only of this story.</summary>
    public Guid? CorrelationId { get; init; }

    /// <summary>Not before.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whether the oldest come first, and not the newest.</summary>
    public bool OldestFirst { get; init; }
}
