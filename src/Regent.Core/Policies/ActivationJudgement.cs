using System.Globalization;
using Regent.Core.Assignments;

namespace Regent.Core.Policies;

/// <summary>
/// Judges an activation (specification, sections 3.4 and 3.9). Pages, validation, submission, approval and start all ask here.
/// </summary>
public static class ActivationJudgement
{
    /// <summary>How far ahead an activation may be planned, one year.</summary>
    public static readonly TimeSpan LongestAhead = TimeSpan.FromDays(365);

    private static readonly Func<ActivationAsk, ActivationFacts, RuleResult>[] Rules =
        [Eligibility, Start, Duration, Justification, Ticketing, Mfa, Context, Continuation, NoSecondAssignment, NoSecondRequest, Approver];

    // An extension that was agreed to late begins anew, as an activation does.
    private static readonly Func<ActivationAsk, ActivationFacts, RuleResult>[] RulesAgain = [.. Rules.Where(rule => rule != Continuation)];

    // What was planned may begin a moment late: its period, and what the eligibility leaves of it, were judged when it was granted.
    private static readonly Func<ActivationAsk, ActivationFacts, RuleResult>[] RulesAtStart =
        [Eligibility, Length, Justification, Ticketing, Mfa, Context, NoSecondAssignment, NoSecondRequest];

    /// <summary>Asks every rule and reports all that failed, not only the first.</summary>
    public static Verdict Judge(ActivationAsk ask, ActivationFacts facts) => Judge(Rules, ask, facts);

    /// <summary>Judges a request again when somebody agrees to it.</summary>
    public static Verdict JudgeAgain(ActivationAsk ask, ActivationFacts facts) => Judge(RulesAgain, ask, facts);

    /// <summary>Judges a planned activation again when its start has come.</summary>
    public static Verdict JudgeAtStart(ActivationAsk ask, ActivationFacts facts) => Judge(RulesAtStart, ask, facts);

    /// <summary>The period that an allowed activation gets: its full duration, but never beyond the eligibility.</summary>
    /// <param name="ask">The ask, judged allowed.</param>
    /// <param name="facts">The facts it was judged with.</param>
    /// <param name="duration">Its length in the moment it was asked.</param>
    public static (Period Period, Schedule Eligibility) Grant(ActivationAsk ask, ActivationFacts facts, TimeSpan duration)
    {
        var start = ask.StartAt(facts.Now);
        var eligibility = facts.EligibilityAt(start)
            ?? throw new InvalidOperationException("Only an activation that was judged allowed can be granted.");
        return (new Period(start, start + duration).EndingBy(eligibility.Effective.End), eligibility);
    }

    private static Verdict Judge(
        IEnumerable<Func<ActivationAsk, ActivationFacts, RuleResult>> rules, ActivationAsk ask, ActivationFacts facts) =>
        Verdict.From([.. rules.Select(rule => rule(ask, facts))], facts.Policy.Activation.RequiresApproval);

    private static RuleResult Eligibility(ActivationAsk ask, ActivationFacts facts)
    {
        var found = facts.EligibilityAt(ask.StartAt(facts.Now)) is not null;
        return new RuleResult(RefusalCode.EligibilityRule, found, found
            ? "There is an eligibility for this role."
            : "There is no eligibility for this role at this scope that is in force now and at the start.");
    }

    private static RuleResult Start(ActivationAsk ask, ActivationFacts facts)
    {
        var passed = ask.StartAt(facts.Now) - facts.Now <= LongestAhead;
        return new RuleResult(RefusalCode.InvalidRoleAssignmentRequestSchedule, passed, passed
            ? "The start is at once or within a year."
            : "The start is more than a year ahead. Choose an earlier one.");
    }

    private static RuleResult Duration(ActivationAsk ask, ActivationFacts facts)
    {
        var length = Length(ask, facts);
        return length.Passed && EligibilityEndsTooSoon(ask, facts)
            ? length with { Passed = false, Explanation = "The eligibility ends less than five minutes after the start." }
            : length;
    }

    private static RuleResult Length(ActivationAsk ask, ActivationFacts facts)
    {
        var maximum = facts.Policy.Activation.MaximumDuration;
        var problem = ask.DurationAt(facts.Now) switch
        {
            null => "An activation needs an end.",
            { } duration when duration < Schedule.Shortest => "An activation lasts at least five minutes.",
            { } duration when duration > maximum => $"This role can be activated for at most {Words(maximum)}.",
            _ => null,
        };
        return new RuleResult(
            RefusalCode.ExpirationRule, problem is null, problem ?? $"The duration is within the maximum of {Words(maximum)}.");
    }

    private static bool EligibilityEndsTooSoon(ActivationAsk ask, ActivationFacts facts)
    {
        var start = ask.StartAt(facts.Now);
        return facts.EligibilityAt(start)?.Effective.End is { } end && end - start < Schedule.Shortest;
    }

    private static RuleResult Justification(ActivationAsk ask, ActivationFacts facts)
    {
        var problem = facts.Policy.Activation.RequiresJustification && string.IsNullOrWhiteSpace(ask.Justification)
            ? "Justification is required: say in a sentence what you need the role for."
            : FreeText.ProblemWith(ask.Justification, "reason");
        return new RuleResult(RefusalCode.JustificationRule, problem is null, problem ?? "The justification is as demanded.");
    }

    private static RuleResult Ticketing(ActivationAsk ask, ActivationFacts facts)
    {
        var problem = facts.Policy.Activation.RequiresTicket && ask.Ticket is not { IsComplete: true }
            ? "Ticket information is required: give the number and the system."
            : ask.Ticket?.Problem;
        return new RuleResult(RefusalCode.TicketingRule, problem is null, problem ?? "The ticket information is as demanded.");
    }

    private static RuleResult Mfa(ActivationAsk ask, ActivationFacts facts)
    {
        var replacesContext = facts.Policy.Activation.AuthenticationContext is not null && facts.MeetsContext is null;
        var passed = !(facts.Policy.Activation.RequiresMfa || replacesContext) || facts.HasFreshMfa;
        return new RuleResult(RefusalCode.MfaRule, passed, passed
            ? "The second factor is as demanded."
            : "This role demands a fresh second factor. Verify with your authenticator app or passkey, then ask again.");
    }

    private static RuleResult Context(ActivationAsk ask, ActivationFacts facts)
    {
        var context = facts.Policy.Activation.AuthenticationContext;
        var passed = context is null || facts.MeetsContext != false;
        return new RuleResult(RefusalCode.RoleAssignmentRequestAcrsValidationFailed, passed, passed
            ? "The session is as strong as demanded."
            : $"This role demands authentication context {context}. Sign in as it demands, then ask again.");
    }

    private static RuleResult Continuation(ActivationAsk ask, ActivationFacts facts)
    {
        if (ask.Extends is null)
        {
            return new RuleResult(RefusalCode.RoleAssignmentDoesNotExist, Passed: true, "This is a new activation.");
        }

        if (facts.Extended?.IsInForceAt(facts.Now) != true)
        {
            return new RuleResult(
                RefusalCode.RoleAssignmentDoesNotExist, Passed: false, "There is no running activation of yours to extend here.");
        }

        var later = ask.Expiration?.EndFrom(ask.StartAt(facts.Now)) > facts.Extended.Effective.End;
        return new RuleResult(RefusalCode.ExpirationRule, later, later
            ? "The activation would end later than now planned."
            : "This would not end later than the running activation does. Choose a later end.");
    }

    private static RuleResult NoSecondAssignment(ActivationAsk ask, ActivationFacts facts)
    {
        var passed = !facts.Assignments.Any(assignment => assignment.IsOpenAt(facts.Now));
        return new RuleResult(RefusalCode.RoleAssignmentExists, passed, passed
            ? "This role is not held yet."
            : "This role is already held here, or an activation of it is planned.");
    }

    private static RuleResult NoSecondRequest(ActivationAsk ask, ActivationFacts facts) =>
        new(RefusalCode.PendingRoleAssignmentRequest, !facts.HasOpenRequest, facts.HasOpenRequest
            ? "Another request for this role here is open. Wait for it or cancel it."
            : "No other request for this role is open.");

    private static RuleResult Approver(ActivationAsk ask, ActivationFacts facts)
    {
        // Where none is named, an administrator who is not active yet may become so within the day.
        var passed = facts.Policy.Activation is not { RequiresApproval: true, Approvers.Count: > 0 } || facts.HasApprover;
        return new RuleResult(RefusalCode.InvalidPolicy, passed, passed
            ? "Whoever has to agree can do so."
            : "Nobody but you could approve this: the approvers named for this role are gone. An administrator can name others.");
    }

    private static string Words(TimeSpan duration) =>
        string.Create(CultureInfo.InvariantCulture, $"{duration.TotalHours:0.#} h");
}
