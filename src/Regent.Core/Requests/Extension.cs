using Regent.Core.Assignments;
using Regent.Core.Policies;

namespace Regent.Core.Requests;

/// <summary>The life of an ask to extend or renew what an administrator gave (specification, sections 3.3 and 3.7).</summary>
public static class Extension
{
    /// <summary>Submits an ask; a refused one leaves no request behind.</summary>
    public static Outcome<RequestChange> Submit(RequestId id, AssignmentAsk ask, ExtensionFacts facts)
    {
        if (ExtensionJudgement.Judge(ask, facts) is Verdict.Refused refused)
        {
            return new Outcome<RequestChange>.Refused(refused.Reasons);
        }

        var action = facts.Target!.IsOpenAt(facts.Now) ? RequestAction.SelfExtend : RequestAction.SelfRenew;
        var request = new ScheduleRequest(
            id, action, ask.Kind, ask.Principal, ask.Role, ask.Scope, ask.Principal, facts.Now, RequestStatus.PendingAdminDecision)
        {
            Target = facts.Target.Id,
            Start = ask.Start > facts.Now ? ask.Start : null,
            Expiration = ask.Expiration,
            Justification = ask.Justification,
            Ticket = ask.Ticket,
            Wording = ask.Wording?.Keep(),
            Proof = new SessionProof(facts.HasFreshMfa, []),
            PolicyVersion = facts.Policy.Version,
        };
        return new RequestChange(request, [new RequestEvent(RequestEventKind.Asked, facts.Now, ask.Principal, ask.Justification)]);
    }

    /// <summary>An administrator's answer; on a yes judged as if the administrator gave it. The right to decide is established by the caller.</summary>
    /// <param name="request">The request as it stands.</param>
    /// <param name="decision">The answer.</param>
    /// <param name="granted">What is given: what was asked, or with times or kind changed.</param>
    /// <param name="facts">What giving it rests on now.</param>
    public static Outcome<RequestChange> Decide(
        ScheduleRequest request, Decision decision, AssignmentAsk granted, AssignmentFacts facts)
    {
        if (RefusalOf(request, decision) is { } refusal)
        {
            return refusal;
        }

        var decided = request with { Approval = Approval.Open with { Decision = decision } };
        if (!decision.Approved)
        {
            return new RequestChange(
                decided.Reach(RequestStatus.Denied, decision.At),
                [new RequestEvent(RequestEventKind.Denied, decision.At, decision.By, decision.Justification)]);
        }

        return Grant(decided, decision, granted with { Justification = granted.Justification ?? decision.Justification }, facts);
    }

    private static Outcome<RequestChange> Grant(
        ScheduleRequest request, Decision decision, AssignmentAsk granted, AssignmentFacts facts)
    {
        var running = facts.Target?.IsOpenAt(facts.Now) == true ? facts.Target : null;
        var kept = running?.Kind == granted.Kind ? running : null;
        var period = kept is null ? granted.PeriodAt(facts.Now) : AdministratorChange.Planned(kept, granted, facts.Now);
        var judged = granted with { Start = period.Start > facts.Now ? period.Start : null };
        if (AssignmentJudgement.Judge(judged, facts) is Verdict.Refused refused)
        {
            return new Outcome<RequestChange>.Refused(refused.Reasons);
        }

        var approved = new RequestEvent(RequestEventKind.Approved, decision.At, decision.By, decision.Justification);
        return kept is null
            ? GiveAnew(request, approved, judged, period, running, facts.Now)
            : new RequestChange(
                (request with { Schedule = kept.Id }).Reach(RequestStatus.Provisioned, facts.Now),
                [approved, approved with { Kind = RequestEventKind.Completed }])
            {
                Changed = kept.Replan(period),
            };
    }

    // What had ended begins again; what is running as the other kind makes room for it.
    private static RequestChange GiveAnew(
        ScheduleRequest request, RequestEvent approved, AssignmentAsk granted, Period period, Schedule? running, DateTimeOffset now)
    {
        var added = new Schedule(
            new ScheduleId(request.Id.Value), granted.Kind, AssignmentType.Assigned, granted.Principal, granted.Role, granted.Scope, period, now);
        var given = request with { Schedule = added.Id };
        return period.Start > now
            ? new RequestChange(given with { Status = RequestStatus.Granted }, [approved]) { Added = added, Ended = running?.End(now) }
            : new RequestChange(
                given.Reach(RequestStatus.Provisioned, now), [approved, approved with { Kind = RequestEventKind.Completed }])
            {
                Added = added,
                Ended = running?.End(now),
            };
    }

    private static Refusal? RefusalOf(ScheduleRequest request, Decision decision)
    {
        if (request.Status != RequestStatus.PendingAdminDecision)
        {
            return new Refusal(RefusalCode.RequestAlreadyDecided, "This request no longer waits for a decision.");
        }

        if (decision.By == request.Principal || decision.By == request.CreatedBy)
        {
            return new Refusal(RefusalCode.SelfApprovalNotAllowed, "Nobody decides on their own request.");
        }

        return string.IsNullOrWhiteSpace(decision.Justification)
            ? new Refusal(RefusalCode.JustificationRule, "Say in a sentence why you decide so.")
            : Activation.Unfit(decision.Justification);
    }
}
