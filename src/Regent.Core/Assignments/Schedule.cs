using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Core.Assignments;

/// <summary>A period in which a principal may activate (eligibility) or holds (assignment) a role at a scope.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Eligibility or assignment.</param>
/// <param name="Type">Given by an administrator or activated.</param>
/// <param name="Principal">Who; a group stands for all its members.</param>
/// <param name="Role">What.</param>
/// <param name="Scope">Where.</param>
/// <param name="Period">From when to when, as last planned.</param>
/// <param name="CreatedAt">When it was written.</param>
public sealed record Schedule(
    ScheduleId Id, ScheduleKind Kind, AssignmentType Type, PrincipalId Principal, RoleDefinitionId Role, Scope Scope,
    Period Period, DateTimeOffset CreatedAt)
{
    /// <summary>The shortest assignment and the shortest stay of one, five minutes (specification, section 2.1).</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5);

    /// <summary>The eligibility behind an activation.</summary>
    public ScheduleId? ActivatedUsing { get; init; }

    /// <summary>When it was ended before its planned end; null when it was not.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The period that counts: as planned, or cut where it was ended early.</summary>
    public Period Effective => Period.EndingBy(EndedAt);

    /// <summary>The same schedule as somebody has it who is in the holding group only until then; null is without end.</summary>
    public Schedule Until(DateTimeOffset? membershipEnds) => this with { Period = Period.EndingBy(membershipEnds) };

    /// <summary>Whether it was ended before it began, and so is never in force.</summary>
    public bool NeverBegins => Effective.End <= Period.Start;

    /// <summary>The one question that decides about access: is it in force at this moment?</summary>
    public bool IsInForceAt(DateTimeOffset now) => Effective.Contains(now);

    /// <summary>Whether it is in force or will be.</summary>
    public bool IsOpenAt(DateTimeOffset now) => !Effective.IsOverAt(now);

    /// <summary>The same schedule planned anew: an administrator changed it, or it was extended.</summary>
    public Schedule Replan(Period period) => this with { Period = period };

    /// <summary>The same schedule ended now; one that is over already stays as it is.</summary>
    public Schedule End(DateTimeOffset now) => IsOpenAt(now) ? this with { EndedAt = now } : this;
}
