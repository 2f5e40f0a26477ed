using Regent.Core.Assignments;

namespace Regent.Core.Policies;

/// <summary>Judges the ask of somebody to keep longer, or to have again, what an administrator gave (specification, section 3.7).</summary>
public static class ExtensionJudgement
{
    private static readonly Func<AssignmentAsk, ExtensionFacts, RuleResult>[] Rules =
        [Target, Window, Period, Justification, Ticketing, Mfa, NoSecond, NoSecondRequest];

    /// <summary>Asks every rule and reports all that failed. An administrator always decides.</summary>
    public static Verdict Judge(AssignmentAsk ask, ExtensionFacts facts) =>
        Verdict.From([.. Rules.Select(rule => rule(ask, facts))], approvalDemanded: true);

    private static bool IsTimeBound(Schedule? schedule) =>
        schedule is { Type: AssignmentType.Assigned, EndedAt: null, Period.IsPermanent: false };

    private static bool InWindow(Schedule schedule, ExtensionWindows windows, DateTimeOffset now) =>
        schedule.Period.End is { } end && (windows.AllowExtension(end, now) || windows.AllowRenewal(end, now));

    private static RuleResult Target(AssignmentAsk ask, ExtensionFacts facts)
    {
        var passed = IsTimeBound(facts.Target);
        return new RuleResult(RefusalCode.RoleAssignmentDoesNotExist, passed, passed
            ? "This was given to you directly, for a time."
            : "There is nothing here that was given to you directly and for a time. What comes through a group is the group's to extend.");
    }

    private static RuleResult Window(AssignmentAsk ask, ExtensionFacts facts)
    {
        var passed = facts.Target is null || InWindow(facts.Target, facts.Windows, facts.Now);
        return new RuleResult(RefusalCode.InvalidRoleAssignmentRequestSchedule, passed, passed
            ? "It is time to ask for this."
            : $"An extension can be asked for in the last {facts.Windows.BeforeEnd.TotalDays:0} days, "
                + $"a renewal up to {facts.Windows.AfterEnd.TotalDays:0} days after the end.");
    }

    private static RuleResult Period(AssignmentAsk ask, ExtensionFacts facts)
    {
        var period = ask.PeriodAt(facts.Now);
        var problem = ask.Expiration switch
        {
            null => "Say until when you need it.",
            _ when period.End is { } end && end - period.Start < Schedule.Shortest => "The end lies at least five minutes after the start.",
            _ when facts.Target is { } target && target.IsInForceAt(facts.Now) && period.End <= target.Period.End =>
                "This would not end later than it does now. Choose a later end.",
            _ => null,
        };
        return new RuleResult(RefusalCode.ExpirationRule, problem is null, problem ?? "The end is one an administrator can agree to.");
    }

    private static RuleResult Justification(AssignmentAsk ask, ExtensionFacts facts)
    {
        var problem = string.IsNullOrWhiteSpace(ask.Justification)
            ? "Justification is required: say in a sentence why you still need this."
            : FreeText.ProblemWith(ask.Justification, "reason");
        return new RuleResult(RefusalCode.JustificationRule, problem is null, problem ?? "The justification is as demanded.");
    }

    private static RuleResult Ticketing(AssignmentAsk ask, ExtensionFacts facts)
    {
        var problem = ask.Ticket?.Problem;
        return new RuleResult(RefusalCode.TicketingRule, problem is null, problem ?? "The ticket information can be kept.");
    }

    private static RuleResult Mfa(AssignmentAsk ask, ExtensionFacts facts) =>
        new(RefusalCode.MfaRule, facts.HasFreshMfa, facts.HasFreshMfa
            ? "A second factor was given lately."
            : "Asking for this demands a fresh second factor. Verify with your authenticator app or passkey, then ask again.");

    private static RuleResult NoSecond(AssignmentAsk ask, ExtensionFacts facts)
    {
        var passed = !facts.Present.Any(schedule => schedule.IsOpenAt(facts.Now) && schedule.Id != facts.Target?.Id);
        return new RuleResult(RefusalCode.RoleAssignmentExists, passed, passed
            ? "Nothing else of the kind is there."
            : "You have this again already.");
    }

    private static RuleResult NoSecondRequest(AssignmentAsk ask, ExtensionFacts facts) =>
        new(RefusalCode.PendingRoleAssignmentRequest, !facts.HasOpenRequest, facts.HasOpenRequest
            ? "Another request for this role here is open. Wait for it or cancel it."
            : "No other request for this role is open.");
}
