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

    private static RuleResult Target(AssignmentAsk ask, ExtensionFacts facts) => RuleResult.Of(
        RefusalCode.RoleAssignmentDoesNotExist,
        IsTimeBound(facts.Target)
            ? null
            : ("There is nothing here that was given to you directly and for a time.", "What comes through a group is the group's to extend."),
        "This was given to you directly, for a time.",
        facts.Target is { } target
            ? [new RuleFact("schedule", target.Id.ToString()), RuleFact.Of("until", target.Period.End), RuleFact.Of("ended early", target.EndedAt is not null)]
            : [new RuleFact("schedule", "none")]);

    private static RuleResult Window(AssignmentAsk ask, ExtensionFacts facts)
    {
        var windows = facts.Windows;
        return RuleResult.Of(
            RefusalCode.InvalidRoleAssignmentRequestSchedule,
            facts.Target is null || InWindow(facts.Target, windows, facts.Now)
                ? null
                : ($"An extension can be asked for in the last {windows.BeforeEnd.TotalDays:0} days, "
                    + $"a renewal up to {windows.AfterEnd.TotalDays:0} days after the end.", "Ask then, or ask an administrator."),
            "It is time to ask for this.",
            RuleFact.Of("until", facts.Target?.Period.End), RuleFact.Of("extension before the end", windows.BeforeEnd),
            RuleFact.Of("renewal after the end", windows.AfterEnd));
    }

    private static RuleResult Period(AssignmentAsk ask, ExtensionFacts facts)
    {
        var period = ask.PeriodAt(facts.Now);
        (string, string)? flaw = ask.Expiration switch
        {
            null => ("This needs an end.", "Say until when you need it."),
            _ when period.End is { } end && end - period.Start < Schedule.Shortest =>
                ("The end lies at least five minutes after the start.", "Choose a later end."),
            _ when facts.Target is { } target && target.IsInForceAt(facts.Now) && period.End <= target.Period.End =>
                ("This would not end later than it does now.", "Choose a later end."),
            _ => null,
        };
        return RuleResult.Of(
            RefusalCode.ExpirationRule, flaw, "The end is one an administrator can agree to.",
            RuleFact.Of("ends now", facts.Target?.Period.End),
            ask.Expiration is null ? new RuleFact("asked", "nothing") : RuleFact.Of("would end", period.End));
    }

    private static RuleResult Justification(AssignmentAsk ask, ExtensionFacts facts) =>
        Demands.Justification(isDemanded: true, ask.Justification, "reason", "Say in a sentence why you still need this.");

    private static RuleResult Ticketing(AssignmentAsk ask, ExtensionFacts facts) => Demands.Ticketing(isDemanded: false, ask.Ticket);

    private static RuleResult Mfa(AssignmentAsk ask, ExtensionFacts facts) =>
        Demands.Mfa(isDemanded: true, facts.HasFreshMfa, "Asking for this demands a fresh second factor.");

    private static RuleResult NoSecond(AssignmentAsk ask, ExtensionFacts facts) => Demands.NoSecond(
        facts.Present, facts.Target, facts.Now, ("You have this again already.", "Use it as it is."), "Nothing else of the kind is there.");

    private static RuleResult NoSecondRequest(AssignmentAsk ask, ExtensionFacts facts) => Demands.NoSecondRequest(facts.HasOpenRequest);
}
