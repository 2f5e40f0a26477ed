using Regent.Core.Assignments;

namespace Regent.Core.Policies;

/// <summary>The rules that every judgement has in its own words: a justification, a ticket, a second factor, and nothing twice.</summary>
internal static class Demands
{
    private const string Verify = "Verify with your authenticator app or passkey, then ask again.";

    /// <param name="isDemanded">Whether one must be given.</param>
    /// <param name="given">What was given.</param>
    /// <param name="name">What it is called where it cannot be kept.</param>
    /// <param name="remedy">What to write.</param>
    public static RuleResult Justification(bool isDemanded, string? given, string name, string remedy)
    {
        var isMissing = string.IsNullOrWhiteSpace(given);
        return RuleResult.Of(
            RefusalCode.JustificationRule,
            isDemanded && isMissing ? ("Justification is required.", remedy) : FreeText.FlawIn(given, name),
            isDemanded ? "The justification is as demanded." : "No justification is demanded.",
            RuleFact.Of("demanded", isDemanded), RuleFact.Of("given", !isMissing));
    }

    public static RuleResult Ticketing(bool isDemanded, Ticket? given) => RuleResult.Of(
        RefusalCode.TicketingRule,
        isDemanded && given is not { IsComplete: true }
            ? ("Ticket information is required.", "Give the number and the system.")
            : given?.Flaw,
        isDemanded ? "The ticket information is as demanded." : "No ticket is demanded.",
        RuleFact.Of("demanded", isDemanded), RuleFact.Of("number given", !string.IsNullOrWhiteSpace(given?.Number)),
        RuleFact.Of("system given", !string.IsNullOrWhiteSpace(given?.System)));

    /// <param name="isDemanded">Whether one must have been given lately.</param>
    /// <param name="isFresh">Whether one was.</param>
    /// <param name="demand">The demand, in a sentence.</param>
    public static RuleResult Mfa(bool isDemanded, bool isFresh, string demand) => RuleResult.Of(
        RefusalCode.MfaRule,
        isDemanded && !isFresh ? (demand, Verify) : null,
        isDemanded ? "A second factor was given lately." : "No second factor is demanded.",
        RuleFact.Of("demanded", isDemanded), RuleFact.Of("given lately", isFresh));

    public static RuleResult NoSecondRequest(bool hasOpen) => RuleResult.Of(
        RefusalCode.PendingRoleAssignmentRequest,
        hasOpen ? ("Another request for this role here is open.", "Wait for it or cancel it.") : null,
        "No other request for this role is open.",
        RuleFact.Of("open request", hasOpen));

    /// <param name="present">What there is of the kind.</param>
    /// <param name="target">What is to be changed, which does not speak against it.</param>
    /// <param name="now">The moment of the judgement.</param>
    /// <param name="flaw">What is wrong where there is another one, and what would help.</param>
    /// <param name="passed">What is so where there is none.</param>
    public static RuleResult NoSecond(
        IEnumerable<Schedule> present, Schedule? target, DateTimeOffset now, (string Explanation, string Remedy) flaw, string passed)
    {
        var others = present.Where(schedule => schedule.IsOpenAt(now) && schedule.Id != target?.Id).ToList();
        return RuleResult.Of(RefusalCode.RoleAssignmentExists, others.Count > 0 ? flaw : null, passed, [.. others.SelectMany(Held)]);
    }

    /// <param name="start">The wished start.</param>
    /// <param name="now">The moment of the judgement.</param>
    /// <param name="longestAhead">How far ahead it may lie.</param>
    /// <param name="inWords">The same in words.</param>
    public static RuleResult Start(DateTimeOffset start, DateTimeOffset now, TimeSpan longestAhead, string inWords) => RuleResult.Of(
        RefusalCode.InvalidRoleAssignmentRequestSchedule,
        start - now > longestAhead ? ($"The start is more than {inWords} ahead.", "Choose an earlier one.") : null,
        $"The start is at once or within {inWords}.",
        RuleFact.Of("start", start));

    private static IEnumerable<RuleFact> Held(Schedule held) =>
    [
        new RuleFact(held.Type == AssignmentType.Activated ? "activation" : "schedule", held.Id.ToString()),
        RuleFact.Of("from", held.Effective.Start), RuleFact.Of("until", held.Effective.End),
    ];
}
