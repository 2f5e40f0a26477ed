using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;

namespace Regent.Core.Requests;

/// <summary>The life of an activation, from the ask to its end (specification, sections 3.3 to 3.5 and 6).</summary>
public static class Activation
{
    /// <summary>Submits an ask that was judged; a refused one leaves no request behind.</summary>
    public static Outcome<RequestChange> Submit(RequestId id, ActivationAsk ask, ActivationFacts facts, Verdict verdict)
    {
        if (verdict is Verdict.Refused refused)
        {
            return new Outcome<RequestChange>.Refused(refused.Reasons);
        }

        var request = new ScheduleRequest(
            id, ask.Extends is null ? RequestAction.SelfActivate : RequestAction.SelfExtend, ScheduleKind.Assignment, ask.Principal, ask.Role, ask.Scope,
            CreatedBy: ask.Principal, CreatedAt: facts.Now, RequestStatus.PendingApproval)
        {
            Target = ask.Extends,
            ExtendsActivation = ask.Extends is not null,
            Start = ask.Start > facts.Now ? ask.Start : null,
            Expiration = ask.Expiration,
            Duration = ask.DurationAt(facts.Now),
            Justification = ask.Justification,
            Ticket = ask.Ticket,
            Wording = ask.Wording?.Keep(),
            Proof = new SessionProof(facts.HasFreshMfa, facts.Contexts),
            PolicyVersion = facts.Policy.Version,
        };
        var asked = new RequestEvent(RequestEventKind.Asked, facts.Now, ask.Principal, ask.Justification);
        return verdict is Verdict.NeedsApproval
            ? new RequestChange(
                request with { Approval = Approval.OpenedAt(facts.Now) },
                [asked, new RequestEvent(RequestEventKind.ApprovalRequested, facts.Now, ask.Principal, ask.Justification)])
            : Grant(request, facts, [asked]);
    }

    /// <summary>An approver's answer. The right to decide and the verdict on an approval are established by the caller.</summary>
    /// <param name="request">The request as it stands.</param>
    /// <param name="decision">The answer.</param>
    /// <param name="facts">What the ask rests on now.</param>
    public static Outcome<RequestChange> Decide(ScheduleRequest request, Decision decision, ActivationFacts facts)
    {
        if (RefusalOf(request, decision) is { } refusal)
        {
            return refusal;
        }

        var decided = request with { Approval = request.Approval! with { Decision = decision } };
        if (!decision.Approved)
        {
            return new RequestChange(
                decided.Reach(RequestStatus.Denied, decision.At),
                [new RequestEvent(RequestEventKind.Denied, decision.At, decision.By, decision.Justification)]);
        }

        return ActivationJudgement.JudgeAgain(request.Ask, facts) is Verdict.Refused refused
            ? new Outcome<RequestChange>.Refused(refused.Reasons)
            : Grant(decided, facts, [new RequestEvent(RequestEventKind.Approved, decision.At, decision.By, decision.Justification)]);
    }

    /// <summary>Closes a request nobody answered in time; one that was answered stays as it is.</summary>
    public static RequestChange? Expire(ScheduleRequest request, DateTimeOffset now) =>
        request.IsPending && request.Approval?.ExpiresAt <= now
            ? new RequestChange(
                request.Reach(RequestStatus.TimedOut, now),
                [new RequestEvent(RequestEventKind.ApprovalExpired, now, Actor: null, "Nobody answered within 24 hours.")])
            : null;

    /// <summary>
    /// Begins a planned activation, judged again at its start: in force, or failed and its schedule ended. One that is over when
    /// this is asked was in force, for nothing but the clock decides that, and is only told.
    /// </summary>
    /// <param name="request">The request; anything but granted stays as it is.</param>
    /// <param name="planned">Its schedule.</param>
    /// <param name="facts">What the ask rests on now, without the planned schedule itself.</param>
    public static RequestChange? Begin(ScheduleRequest request, Schedule planned, ActivationFacts facts)
    {
        if (request.Status != RequestStatus.Granted || planned.Effective.Start > facts.Now)
        {
            return null;
        }

        var isOver = !planned.IsOpenAt(facts.Now);
        if (isOver || WhyNot(request, facts) is not { } why)
        {
            return Begun(request, isOver ? planned.Effective.Start : facts.Now, facts.Now);
        }

        return new RequestChange(
            request.Reach(RequestStatus.Failed, facts.Now), [new RequestEvent(RequestEventKind.Failed, facts.Now, Actor: null, why)])
        {
            Ended = planned.End(facts.Now),
        };
    }

    /// <summary>The holder ends an own activation, after its first five minutes.</summary>
    public static Outcome<RequestChange> Deactivate(
        RequestId id, PrincipalId caller, Schedule activation, string? justification, DateTimeOffset now)
    {
        if (activation.Type != AssignmentType.Activated || activation.Principal != caller || !activation.IsInForceAt(now))
        {
            return new Refusal(RefusalCode.RoleAssignmentDoesNotExist, "There is no activation of yours to end here.");
        }

        if (now - activation.Effective.Start < Schedule.Shortest)
        {
            return new Refusal(RefusalCode.ActiveDurationTooShort, "An activation can be ended after its first five minutes.");
        }

        return Unfit(justification) is { } unfit
            ? unfit
            : EndedBy(id, RequestAction.SelfDeactivate, caller, activation, justification, now);
    }

    /// <summary>A refusal of words that cannot be kept; null when they can, or when there are none.</summary>
    internal static Refusal? Unfit(string? justification) =>
        FreeText.ProblemWith(justification, "justification") is { } problem ? new Refusal(RefusalCode.JustificationRule, problem) : null;

    /// <summary>A request, done at once, that ended a schedule.</summary>
    internal static RequestChange EndedBy(
        RequestId id, RequestAction action, PrincipalId by, Schedule schedule, string? justification, DateTimeOffset now) =>
        new(
            new ScheduleRequest(
                id, action, schedule.Kind, schedule.Principal, schedule.Role, schedule.Scope, by, now, RequestStatus.Revoked)
            {
                Justification = justification,
                Schedule = schedule.Id,
                RemovesPermanent = schedule.Period.IsPermanent,
                CompletedAt = now,
            },
            [
                new RequestEvent(RequestEventKind.Asked, now, by, justification),
                new RequestEvent(RequestEventKind.Completed, now, by, justification),
            ])
        {
            Ended = schedule.End(now),
        };

    /// <summary>A planned request whose schedule is, or was, in force.</summary>
    internal static RequestChange Begun(ScheduleRequest request, DateTimeOffset at, DateTimeOffset now) => new(
        request.Reach(RequestStatus.Provisioned, now),
        [new RequestEvent(RequestEventKind.Completed, at, Actor: null, request.Justification)]);

    private static string? WhyNot(ScheduleRequest request, ActivationFacts facts) =>
        ActivationJudgement.JudgeAtStart(request.Ask, facts) switch
        {
            Verdict.Refused refused => string.Join(" ", refused.Reasons.Select(reason => reason.Message)),
            Verdict.NeedsApproval when request.Approval?.Decision is not { Approved: true } =>
                "This role demands approval by now, and nobody has approved this. Ask again.",
            _ => null,
        };

    private static Refusal? RefusalOf(ScheduleRequest request, Decision decision)
    {
        if (!request.IsPending || request.Approval is null || request.Approval.ExpiresAt <= decision.At)
        {
            return new Refusal(RefusalCode.RequestAlreadyDecided, "This request no longer waits for a decision.");
        }

        if (decision.By == request.Principal || decision.By == request.CreatedBy)
        {
            return new Refusal(RefusalCode.SelfApprovalNotAllowed, "Nobody decides on their own request.");
        }

        return string.IsNullOrWhiteSpace(decision.Justification)
            ? new Refusal(RefusalCode.JustificationRule, "Say in a sentence why you decide so.")
            : Unfit(decision.Justification);
    }

    private static RequestChange Grant(ScheduleRequest request, ActivationFacts facts, IReadOnlyList<RequestEvent> before)
    {
        var (period, eligibility) = ActivationJudgement.Grant(request.Ask, facts, request.Duration!.Value);
        if (facts.Extended is { } running && running.IsInForceAt(facts.Now))
        {
            return Prolong(request, running with { ActivatedUsing = eligibility.Id }, period, facts.Now, before);
        }

        var schedule = new Schedule(
            new ScheduleId(request.Id.Value), ScheduleKind.Assignment, AssignmentType.Activated, request.Principal, request.Role, request.Scope,
            period, facts.Now)
        {
            ActivatedUsing = eligibility.Id,
        };
        var granted = request with { Schedule = schedule.Id };
        return period.Start > facts.Now
            ? new RequestChange(granted with { Status = RequestStatus.Granted }, before) { Added = schedule }
            : new RequestChange(
                granted.Reach(RequestStatus.Provisioned, facts.Now),
                [.. before, new RequestEvent(RequestEventKind.Completed, facts.Now, Actor: null, request.Justification)])
            {
                Added = schedule,
            };
    }

    private static RequestChange Prolong(
        ScheduleRequest request, Schedule running, Period wanted, DateTimeOffset now, IReadOnlyList<RequestEvent> before)
    {
        var end = wanted.End > running.Effective.End ? wanted.End : running.Effective.End;
        return new RequestChange(
            (request with { Schedule = running.Id }).Reach(RequestStatus.Provisioned, now),
            [.. before, new RequestEvent(RequestEventKind.Completed, now, Actor: null, request.Justification)])
        {
            Changed = running.Replan(running.Period with { End = end }),
        };
    }
}
