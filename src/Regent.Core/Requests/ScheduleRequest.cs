using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Core.Requests;

/// <summary>An ask and what became of it; the only thing callers write (specification, section 1.3).</summary>
/// <param name="Id">Its id, also that of its approval.</param>
/// <param name="Action">What is asked.</param>
/// <param name="Kind">Whether it is about an eligibility or an assignment.</param>
/// <param name="Principal">For whom.</param>
/// <param name="Role">Which role.</param>
/// <param name="Scope">Where.</param>
/// <param name="CreatedBy">Who asked.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="Status">Where it stands.</param>
public sealed record ScheduleRequest(
    RequestId Id, RequestAction Action, ScheduleKind Kind, PrincipalId Principal, RoleDefinitionId Role, Scope Scope,
    PrincipalId CreatedBy, DateTimeOffset CreatedAt, RequestStatus Status)
{
    /// <summary>The wished start; null is at once.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>When it shall end, as it was put.</summary>
    public Expiration? Expiration { get; init; }

    /// <summary>How long an activation lasts once it begins, however late it is approved.</summary>
    public TimeSpan? Duration { get; init; }

    public string? Justification { get; init; }

    public Ticket? Ticket { get; init; }

    /// <summary>What the program that asked reads again as it spelt it; null where there is nothing of the kind.</summary>
    public RequestWording? Wording { get; init; }

    /// <summary>How well the asker's session proved who they are when asking; later judgements go by it.</summary>
    public SessionProof Proof { get; init; } = SessionProof.None;

    /// <summary>The version of the role's settings it was made under.</summary>
    public int PolicyVersion { get; init; }

    /// <summary>The agreement it waits or waited for; null when none is demanded.</summary>
    public Approval? Approval { get; init; }

    /// <summary>The schedule it is to change, extend or renew; null for every other action.</summary>
    public ScheduleId? Target { get; init; }

    /// <summary>Whether what it extends is a running activation, and so its role's approvers decide and not administrators.</summary>
    public bool ExtendsActivation { get; init; }

    /// <summary>The schedule it made, changed, or ended.</summary>
    public ScheduleId? Schedule { get; init; }

    /// <summary>Whether what a removal took away had no end.</summary>
    public bool RemovesPermanent { get; init; }

    /// <summary>When it reached its final state.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Counts the changes; a save demands the version it was based on.</summary>
    public int Version { get; init; }

    /// <summary>Whether it waits for an approver's answer.</summary>
    public bool IsPending => Status == RequestStatus.PendingApproval;

    /// <summary>Whether it waits for anybody's answer.</summary>
    public bool IsOpen => Status is RequestStatus.PendingApproval or RequestStatus.PendingAdminDecision;

    /// <summary>Whether it is about holding a role one is eligible for: an activation, or the extension of one.</summary>
    public bool IsActivation => Action == RequestAction.SelfActivate || ExtendsActivation;

    /// <summary>Whether it is this person's own ask, theirs to withdraw. What administrators ask is the organisation's.</summary>
    public bool IsOwnedBy(PrincipalId person) => CreatedBy == person
        && Action is RequestAction.SelfActivate or RequestAction.SelfExtend or RequestAction.SelfRenew;

    /// <summary>Whether it is by or about this person, who may then read it.</summary>
    public bool Concerns(PrincipalId person) => CreatedBy == person || Principal == person;

    /// <summary>Whether it can still be withdrawn (specification, section 3.8).</summary>
    public bool IsCancelable => IsOpen || Status == RequestStatus.Granted;

    /// <summary>Whether it can be withdrawn at this moment: what has begun, noticed or not, is ended and no longer withdrawn.</summary>
    /// <param name="planned">The schedule it made; null while there is none.</param>
    /// <param name="now">The moment.</param>
    public bool IsCancelableAt(Schedule? planned, DateTimeOffset now) => IsCancelable && !(planned?.Period.Start <= now);

    /// <summary>The ask behind an activation, to be judged again.</summary>
    public ActivationAsk Ask => new(Principal, Role, Scope)
    {
        Start = Start,
        Expiration = Duration is { } duration ? new Expiration.AfterDuration(duration) : Expiration,
        Justification = Justification,
        Ticket = Ticket,
        Extends = ExtendsActivation ? Target : null,
    };

    /// <summary>What an extension or a renewal asks to be given, for an administrator to decide.</summary>
    public AssignmentAsk Wish => new(Kind, Principal, Role, Scope)
    {
        Target = Target,
        Start = Start,
        Expiration = Expiration,
        Justification = Justification,
        Ticket = Ticket,
    };

    /// <summary>Withdraws the request; a planned schedule never begins.</summary>
    /// <param name="by">The asker or an administrator.</param>
    /// <param name="planned">The schedule it made, when it was granted.</param>
    /// <param name="now">The moment of the act.</param>
    public Outcome<RequestChange> Cancel(PrincipalId by, Schedule? planned, DateTimeOffset now)
    {
        if (!IsCancelableAt(planned, now))
        {
            return new Refusal(RefusalCode.RequestCannotBeCancelled, "This request can no longer be cancelled.");
        }

        return new RequestChange(
            Reach(RequestStatus.Canceled, now), [new RequestEvent(RequestEventKind.Canceled, now, by, Reason: null)])
        {
            Ended = planned?.End(now),
        };
    }

    /// <summary>The same request in a final state.</summary>
    internal ScheduleRequest Reach(RequestStatus final, DateTimeOffset now) => this with { Status = final, CompletedAt = now };
}
