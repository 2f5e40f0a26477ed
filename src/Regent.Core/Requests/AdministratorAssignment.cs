using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;

namespace Regent.Core.Requests;

/// <summary>What administrators give and take (specification, section 3.6). The right to do so is established by the caller.</summary>
public static class AdministratorAssignment
{
    /// <summary>Gives an eligibility or an active assignment.</summary>
    public static Outcome<RequestChange> Assign(RequestId id, PrincipalId by, AssignmentAsk ask, AssignmentFacts facts) =>
        Give(id, RequestAction.AdminAssign, by, ask, facts);

    /// <summary>
    /// Takes over what another system gave, with the start and end it has there. Nobody here gave it: in the record Regent did, and the
    /// request counts as its principal's own.
    /// </summary>
    public static Outcome<RequestChange> TakeOver(RequestId id, AssignmentAsk ask, AssignmentFacts facts)
    {
        if (AssignmentJudgement.JudgeTakeover(ask, facts) is Verdict.Refused refused)
        {
            return new Outcome<RequestChange>.Refused(refused.Reasons);
        }

        var start = ask.Start ?? facts.Now;
        return Give(id, RequestAction.AdminAssign, ask.Principal, actor: null, ask, new Period(start, ask.Expiration?.EndFrom(start)), facts);
    }

    /// <summary>Makes a new schedule, for the first time or again.</summary>
    internal static Outcome<RequestChange> Give(
        RequestId id, RequestAction action, PrincipalId by, AssignmentAsk ask, AssignmentFacts facts) =>
        AssignmentJudgement.Judge(ask, facts) is Verdict.Refused refused
            ? new Outcome<RequestChange>.Refused(refused.Reasons)
            : Give(id, action, by, by, ask, ask.PeriodAt(facts.Now), facts);

    private static RequestChange Give(
        RequestId id, RequestAction action, PrincipalId by, PrincipalId? actor, AssignmentAsk ask, Period period, AssignmentFacts facts)
    {
        var schedule = new Schedule(
            new ScheduleId(id.Value), ask.Kind, AssignmentType.Assigned, ask.Principal, ask.Role, ask.Scope, period, facts.Now);
        var starts = schedule.Period.Start <= facts.Now;
        var request = new ScheduleRequest(
            id, action, ask.Kind, ask.Principal, ask.Role, ask.Scope, by, facts.Now,
            starts ? RequestStatus.Provisioned : RequestStatus.Granted)
        {
            Start = ask.Start > facts.Now ? ask.Start : null,
            Expiration = ask.Expiration ?? new Expiration.Never(),
            Justification = ask.Justification,
            Ticket = ask.Ticket,
            Wording = ask.Wording?.Keep(),
            Proof = new SessionProof(facts.HasFreshMfa, []),
            PolicyVersion = facts.Policy.Version,
            Schedule = schedule.Id,
            CompletedAt = starts ? facts.Now : null,
        };
        var asked = new RequestEvent(RequestEventKind.Asked, facts.Now, actor, ask.Justification);
        return new RequestChange(
            request, starts ? [asked, asked with { Kind = RequestEventKind.Completed }] : [asked])
        {
            Added = schedule,
        };
    }

    /// <summary>
    /// Marks a planned assignment as in force once its start has come, or as having been so when it is over by now; anything else
    /// stays as it is.
    /// </summary>
    public static RequestChange? Begin(ScheduleRequest request, Schedule planned, DateTimeOffset now) =>
        request is { Status: RequestStatus.Granted, IsActivation: false } && planned.Effective.Start <= now
            ? Activation.Begun(request, planned.IsOpenAt(now) ? now : planned.Effective.Start, now)
            : null;

    /// <summary>Takes a schedule away, or ends somebody's activation.</summary>
    /// <param name="id">The id of the new request.</param>
    /// <param name="by">The administrator.</param>
    /// <param name="schedule">What shall end.</param>
    /// <param name="remaining">Who else would hold the same role, see <see cref="LastAdministrator"/>.</param>
    /// <param name="justification">Why; optional.</param>
    /// <param name="now">The moment of the act.</param>
    public static Outcome<RequestChange> Remove(
        RequestId id, PrincipalId by, Schedule schedule, IEnumerable<Schedule> remaining, string? justification, DateTimeOffset now)
    {
        if (!schedule.IsOpenAt(now))
        {
            return new Refusal(RefusalCode.RoleAssignmentDoesNotExist, "This assignment is already over.");
        }

        if (now - schedule.CreatedAt < Schedule.Shortest)
        {
            return new Refusal(RefusalCode.ActiveDurationTooShort, "An assignment can be removed after its first five minutes.");
        }

        return (Activation.Unfit(justification) ?? LastAdministrator.Protects(schedule, remaining, now)) is { } refusal
            ? refusal
            : Activation.EndedBy(id, RequestAction.AdminRemove, by, schedule, justification, now);
    }

    /// <summary>Ends an activation whose eligibility is gone; told as part of the story of the request that made it.</summary>
    public static RequestChange EndWithEligibility(
        ScheduleRequest activation, Schedule running, PrincipalId? by, string why, DateTimeOffset now) =>
        new(
            activation.IsCancelable ? activation.Reach(RequestStatus.Failed, now) : activation,
            [new RequestEvent(activation.IsCancelable ? RequestEventKind.Failed : RequestEventKind.Ended, now, by, why)])
        {
            Ended = running.End(now),
        };

    /// <summary>Lets an activation end earlier, because the eligibility now does; told as part of the story of the request that made it.</summary>
    public static RequestChange ShortenWithEligibility(
        ScheduleRequest activation, Schedule running, DateTimeOffset end, PrincipalId? by, DateTimeOffset now) =>
        new(activation, [new RequestEvent(RequestEventKind.Shortened, now, by, "What this activation rests on now ends earlier.")])
        {
            Changed = running.Replan(running.Period with { End = end }),
        };

    /// <summary>Lets an assignment that reached its planned end stay, because nobody else would be left (specification, section 3.10).</summary>
    public static RequestChange? Keep(ScheduleRequest request, Schedule ending, IEnumerable<Schedule> remaining, DateTimeOffset now) =>
        ending is { EndedAt: null, Period.End: { } end } && end <= now && LastAdministrator.StaysAtEnd(ending, remaining)
            ? new RequestChange(
                request,
                [new RequestEvent(RequestEventKind.Kept, now, Actor: null, "Nobody else would be left in this role, so this stays until an administrator ends it.")])
            {
                Changed = ending.Replan(ending.Period with { End = null }),
            }
            : null;

    /// <summary>Records that an assignment reached its planned end.</summary>
    public static RequestChange? Expire(ScheduleRequest request, Schedule schedule, DateTimeOffset now) =>
        schedule.EndedAt is null && !schedule.IsOpenAt(now)
            ? new RequestChange(request, [new RequestEvent(RequestEventKind.Expired, schedule.Period.End!.Value, Actor: null, Reason: null)])
            : null;
}
