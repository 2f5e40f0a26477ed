using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;

namespace Regent.Operations.Requests;

/// <summary>What a request that was sent asks for.</summary>
/// <param name="Principal">For whom.</param>
public abstract record RequestAsk(PrincipalId Principal)
{
    /// <summary>Whether it shall only be judged.</summary>
    public bool IsValidationOnly { get; init; }

    public sealed record Activate(ActivationAsk Ask) : RequestAsk(Ask.Principal);

    public sealed record Deactivate(PrincipalId Principal, RoleDefinitionId Role, Scope Scope, string? Justification) : RequestAsk(Principal);

    public sealed record Assign(AssignmentAsk Ask) : RequestAsk(Ask.Principal);

    /// <summary>An administrator changes, extends or renews.</summary>
    public sealed record Change(RequestAction Action, AssignmentAsk Ask) : RequestAsk(Ask.Principal);

    /// <summary>Somebody asks to keep longer, or to have again, what they have or had.</summary>
    public sealed record Extend(AssignmentAsk Ask) : RequestAsk(Ask.Principal);

    public sealed record Remove(RemovalAsk Ask) : RequestAsk(Ask.Principal);
}
