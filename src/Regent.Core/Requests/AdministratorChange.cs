using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;

namespace Regent.Core.Requests;

/// <summary>What administrators change about what was given (specification, section 3.6). The right to do so is established by the caller.</summary>
public static class AdministratorChange
{
    /// <summary>Changes start, end or permanence. What has begun keeps its start.</summary>
    public static Outcome<RequestChange> Update(RequestId id, PrincipalId by, AssignmentAsk ask, AssignmentFacts facts) =>
        Replan(id, RequestAction.AdminUpdate, by, ask, facts);

    /// <summary>Moves the end to a later time.</summary>
    public static Outcome<RequestChange> Extend(RequestId id, PrincipalId by, AssignmentAsk ask, AssignmentFacts facts) =>
        facts.Target is { } target && !EndsLater(target, ask with { Start = null }, facts.Now)
            ? new Refusal(RefusalCode.ExpirationRule, "This would not end later than it does now. Choose a later end.")
            : Replan(id, RequestAction.AdminExtend, by, ask with { Start = null }, facts);

    /// <summary>Gives again what has ended.</summary>
    public static Outcome<RequestChange> Renew(RequestId id, PrincipalId by, AssignmentAsk ask, AssignmentFacts facts)
    {
        if (facts.Target is not { Type: AssignmentType.Assigned } target || target.IsOpenAt(facts.Now))
        {
            return new Refusal(RefusalCode.RoleAssignmentDoesNotExist, "There is no assignment here that has ended.");
        }

        return AdministratorAssignment.Give(id, RequestAction.AdminRenew, by, ask, facts) is var outcome
            && outcome is Outcome<RequestChange>.Done(var change)
                ? change with { Request = change.Request with { Target = target.Id } }
                : outcome;
    }

    /// <summary>The schedule as it would be: what has begun keeps its start, and what has not begins as planned unless the ask says otherwise.</summary>
    internal static Period Planned(Schedule target, AssignmentAsk ask, DateTimeOffset now) => target.Period.Start <= now
        ? (ask with { Start = null }).PeriodAt(now) with { Start = target.Period.Start }
        : (ask with { Start = ask.Start ?? target.Period.Start }).PeriodAt(now);

    private static bool EndsLater(Schedule target, AssignmentAsk ask, DateTimeOffset now) =>
        target.Effective.End is { } end && (Planned(target, ask, now).End ?? DateTimeOffset.MaxValue) > end;

    private static Outcome<RequestChange> Replan(
        RequestId id, RequestAction action, PrincipalId by, AssignmentAsk ask, AssignmentFacts facts)
    {
        if (facts.Target is not { Type: AssignmentType.Assigned } target || !target.IsOpenAt(facts.Now))
        {
            return new Refusal(RefusalCode.RoleAssignmentDoesNotExist, "There is no assignment here to change.");
        }

        var period = Planned(target, ask, facts.Now);
        var judged = ask with { Start = period.Start > facts.Now ? period.Start : null };
        if (AssignmentJudgement.Judge(judged, facts) is Verdict.Refused refused)
        {
            return new Outcome<RequestChange>.Refused(refused.Reasons);
        }

        return !period.IsPermanent && LastAdministrator.Protects(target, facts.Remaining, facts.Now) is { } protects
            ? protects
            : Change(id, action, by, ask, target.Replan(period), facts);
    }

    private static RequestChange Change(
        RequestId id, RequestAction action, PrincipalId by, AssignmentAsk ask, Schedule changed, AssignmentFacts facts)
    {
        var asked = new RequestEvent(RequestEventKind.Asked, facts.Now, by, ask.Justification);
        var request = new ScheduleRequest(
            id, action, changed.Kind, changed.Principal, changed.Role, changed.Scope, by, facts.Now, RequestStatus.Provisioned)
        {
            Target = changed.Id,
            Schedule = changed.Id,
            Start = ask.Start > facts.Now ? ask.Start : null,
            Expiration = ask.Expiration ?? new Expiration.Never(),
            Justification = ask.Justification,
            Ticket = ask.Ticket,
            Wording = ask.Wording?.Keep(),
            Proof = new SessionProof(facts.HasFreshMfa, []),
            PolicyVersion = facts.Policy.Version,
            CompletedAt = facts.Now,
        };
        return new RequestChange(request, [asked, asked with { Kind = RequestEventKind.Completed }]) { Changed = changed };
    }
}
