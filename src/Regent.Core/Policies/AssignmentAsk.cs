using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Core.Policies;

/// <summary>What an administrator wants to give somebody.</summary>
/// <param name="Kind">Eligible, or active.</param>
/// <param name="Principal">To whom.</param>
/// <param name="Role">The role.</param>
/// <param name="Scope">Where.</param>
public sealed record AssignmentAsk(ScheduleKind Kind, PrincipalId Principal, RoleDefinitionId Role, Scope Scope)
{
    /// <summary>The schedule that shall be changed, extended or renewed; null for a new one.</summary>
    public ScheduleId? Target { get; init; }

    /// <summary>The wished start; null, or in the past, is at once.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>When it shall end; null was not said and is permanent where that is allowed.</summary>
    public Expiration? Expiration { get; init; }

    public string? Justification { get; init; }

    public Ticket? Ticket { get; init; }

    /// <summary>How a program put it; null for people.</summary>
    public RequestWording? Wording { get; init; }

    /// <summary>The period asked for.</summary>
    public Period PeriodAt(DateTimeOffset now)
    {
        var start = Start is { } wished && wished > now ? wished : now;
        return new Period(start, Expiration?.EndFrom(start));
    }
}
