using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Operations.Requests;

/// <summary>What an administrator wants to take away.</summary>
public sealed record RemovalAsk(ScheduleKind Kind, PrincipalId Principal, RoleDefinitionId Role, Scope Scope)
{
    /// <summary>Exactly this schedule; null is whichever is open, assigned ones first.</summary>
    public ScheduleId? Schedule { get; init; }

    /// <summary>Why; optional.</summary>
    public string? Justification { get; init; }

    /// <summary>How a program put it; null for people.</summary>
    public RequestWording? Wording { get; init; }
}
