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
        var start = ask.StartAt(facts.Now);
        if (facts.EligibilityAt(start) is { } used)
        {
            return RuleResult.Of(
                RefusalCode.EligibilityRule, flaw: null, "There is an eligibility for this role.",
                new RuleFact("eligibility", used.Id.ToString()), RuleFact.Of("through a group", used.Principal != ask.Principal),
                new RuleFact("eligible at", used.Scope.Value), RuleFact.Of("eligible until", used.Effective.End));
        }

        return RuleResult.Of(
            RefusalCode.EligibilityRule,
            ("There is no eligibility for this role at this scope that is in force now and at the start.", EligibilityRemedy(facts)), passed: "",
            [RuleFact.Of("start", start), .. facts.Eligibilities.Select(near => Near(near, facts))]);
    }

    private static string EligibilityRemedy(ActivationFacts facts)
    {
        if (facts.Eligibilities.Any(near => near.IsInForceAt(facts.Now)))
        {
            return "Choose a start while you are eligible.";
        }

        return facts.Eligibilities.Any(near => IsToCome(near, facts))
            ? "Wait until your eligibility begins."
            : "Ask an administrator to make you eligible.";
    }

    private static RuleFact Near(Schedule eligibility, ActivationFacts facts) => IsToCome(eligibility, facts)
        ? RuleFact.Of("eligible from", eligibility.Effective.Start)
        : RuleFact.Of("eligible until", eligibility.Effective.End);

    private static bool IsToCome(Schedule eligibility, ActivationFacts facts) =>
        eligibility.Effective.Start > facts.Now && eligibility.IsOpenAt(facts.Now);

    private static RuleResult Start(ActivationAsk ask, ActivationFacts facts) =>
        Demands.Start(ask.StartAt(facts.Now), facts.Now, LongestAhead, "a year");

    private static RuleResult Duration(ActivationAsk ask, ActivationFacts facts)
    {
        var length = Length(ask, facts);
        var start = ask.StartAt(facts.Now);
        return length.Passed && facts.EligibilityAt(start)?.Effective.End is { } end && end - start < Schedule.Shortest
            ? RuleResult.Of(
                RefusalCode.ExpirationRule,
                ("The eligibility ends less than five minutes after the start.", "Choose an earlier start, or ask for a longer eligibility."),
                passed: "", [.. length.Finding.Facts, RuleFact.Of("eligible until", end)])
            : length;
    }

    private static RuleResult Length(ActivationAsk ask, ActivationFacts facts)
    {
        var maximum = facts.Policy.Activation.MaximumDuration;
        var asked = ask.DurationAt(facts.Now);
        (string, string)? flaw = asked switch
        {
            null => ("An activation needs an end.", $"Ask for at most {maximum.InWords()}."),
            { } duration when duration < Schedule.Shortest => ("An activation lasts at least five minutes.", "Ask for longer."),
            { } duration when duration > maximum => ($"This role can be activated for at most {maximum.InWords()}.", "Ask for less."),
            _ => null,
        };
        return RuleResult.Of(
            RefusalCode.ExpirationRule, flaw, $"The duration is within the maximum of {maximum.InWords()}.",
            RuleFact.Of("maximum", maximum), RuleFact.Of("asked", asked));
    }

    private static RuleResult Justification(ActivationAsk ask, ActivationFacts facts) => Demands.Justification(
        facts.Policy.Activation.RequiresJustification, ask.Justification, "reason", "Say in a sentence what you need the role for.");

    private static RuleResult Ticketing(ActivationAsk ask, ActivationFacts facts) =>
        Demands.Ticketing(facts.Policy.Activation.RequiresTicket, ask.Ticket);

    private static RuleResult Mfa(ActivationAsk ask, ActivationFacts facts)
    {
        var replacesContext = facts.Policy.Activation.AuthenticationContext is not null && facts.MeetsContext is null;
        return Demands.Mfa(
            facts.Policy.Activation.RequiresMfa || replacesContext, facts.HasFreshMfa, "This role demands a fresh second factor.");
    }

    private static RuleResult Context(ActivationAsk ask, ActivationFacts facts)
    {
        var context = facts.Policy.Activation.AuthenticationContext;
        return RuleResult.Of(
            RefusalCode.RoleAssignmentRequestAcrsValidationFailed,
            context is not null && facts.MeetsContext == false
                ? ($"This role demands authentication context {context}.", "Sign in as it demands, then ask again.")
                : null,
            context is null ? "No authentication context is demanded." : "The session is as strong as demanded.",
            new RuleFact("demanded", context ?? "none"), new RuleFact("met", facts.Contexts.Count == 0 ? "none" : string.Join(", ", facts.Contexts)));
    }

    private static RuleResult Continuation(ActivationAsk ask, ActivationFacts facts)
    {
        if (ask.Extends is null)
        {
            return RuleResult.Of(RefusalCode.RoleAssignmentDoesNotExist, flaw: null, "This is a new activation.");
        }

        if (facts.Extended?.IsInForceAt(facts.Now) != true)
        {
            return RuleResult.Of(
                RefusalCode.RoleAssignmentDoesNotExist,
                ("There is no running activation of yours to extend here.", "Activate the role anew."), passed: "",
                new RuleFact("extends", ask.Extends.Value.ToString()));
        }

        var (end, planned) = (ask.Expiration?.EndFrom(ask.StartAt(facts.Now)), facts.Extended.Effective.End);
        return RuleResult.Of(
            RefusalCode.ExpirationRule,
            end > planned ? null : ("This would not end later than the running activation does.", "Choose a later end."),
            "The activation would end later than now planned.",
            RuleFact.Of("ends now", planned), RuleFact.Of("would end", end));
    }

    private static RuleResult NoSecondAssignment(ActivationAsk ask, ActivationFacts facts) => Demands.NoSecond(
        facts.Assignments, target: null, facts.Now,
        ("This role is already held here, or an activation of it is planned.", "Use it as it is, extend it, or end it first."),
        "This role is not held yet.");

    private static RuleResult NoSecondRequest(ActivationAsk ask, ActivationFacts facts) => Demands.NoSecondRequest(facts.HasOpenRequest);

    private static RuleResult Approver(ActivationAsk ask, ActivationFacts facts)
    {
        var settings = facts.Policy.Activation;

        // Where none is named, an administrator who is not active yet may become so within the day.
        var isStuck = settings is { RequiresApproval: true, Approvers.Count: > 0 } && !facts.HasApprover;

        // Who may not have the role does not learn who decides about it.
        var named = facts.EligibilityAt(ask.StartAt(facts.Now)) is null ? [] : facts.Approvers.Where(person => person.Id != ask.Principal);
        return RuleResult.Of(
            RefusalCode.InvalidPolicy,
            isStuck
                ? ("Nobody but you could approve this: the approvers named for this role are gone.", "Ask an administrator to name others.")
                : null,
            settings.RequiresApproval ? "Whoever has to agree can do so." : "Nobody has to agree.",
            [RuleFact.Of("approval demanded", settings.RequiresApproval), .. named.Select(person => new RuleFact("approver", person.DisplayName))]);
    }
}
