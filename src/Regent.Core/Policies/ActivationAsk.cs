using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Core.Policies;

/// <summary>What somebody wants to activate, as they put it.</summary>
/// <param name="Principal">For whom; always the asker.</param>
/// <param name="Role">The role.</param>
/// <param name="Scope">The scope, the same as that of the eligibility.</param>
public sealed record ActivationAsk(PrincipalId Principal, RoleDefinitionId Role, Scope Scope)
{
    /// <summary>The wished start; null, or in the past, is at once.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>When it shall end; null was not said and is refused.</summary>
    public Expiration? Expiration { get; init; }

    /// <summary>The running activation that shall end later; null for a new one. It runs on from now, without a gap.</summary>
    public ScheduleId? Extends { get; init; }

    public string? Justification { get; init; }

    public Ticket? Ticket { get; init; }

    /// <summary>How a program put it; null for people.</summary>
    public RequestWording? Wording { get; init; }

    /// <summary>When the activation would begin if it were granted now: never in the past.</summary>
    public DateTimeOffset StartAt(DateTimeOffset now) => Start is { } wished && wished > now ? wished : now;

    /// <summary>
    /// How long it shall last, counted from the wished start, which stays its length when approval comes later;
    /// null when it was not said or has no end.
    /// </summary>
    public TimeSpan? DurationAt(DateTimeOffset now) =>
        Expiration?.EndFrom(StartAt(now)) is { } end ? end - StartAt(now) : null;
}
