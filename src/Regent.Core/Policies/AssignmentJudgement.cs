using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Core.Policies;

/// <summary>Judges what an administrator gives (specification, section 3.6).</summary>
public static class AssignmentJudgement
{
    /// <summary>How far ahead an assignment may be planned, ten years.</summary>
    public static readonly TimeSpan LongestAhead = TimeSpan.FromDays(3650);

    private static readonly Func<AssignmentAsk, AssignmentFacts, RuleResult>[] Rules =
        [Subject, Start, Duration, Justification, Ticketing, Mfa, NoSecond];

    /// <summary>Asks every rule and reports all that failed. Administrators need no approval.</summary>
    public static Verdict Judge(AssignmentAsk ask, AssignmentFacts facts) =>
        Verdict.From([.. Rules.Select(rule => rule(ask, facts))], approvalDemanded: false);

    /// <summary>
    /// Judges what another system gave and goes on here. It was given under the settings of that time and place, so that those of here
    /// have no say; whether this principal can have it at all, and nothing twice, hold as ever.
    /// </summary>
    public static Verdict JudgeTakeover(AssignmentAsk ask, AssignmentFacts facts) =>
        Verdict.From([Subject(ask, facts), NoSecond(ask, facts)], approvalDemanded: false);

    private static RuleResult Subject(AssignmentAsk ask, AssignmentFacts facts)
    {
        (string, string)? flaw = facts.Principal switch
        {
            null => ("There is no such user or group.", "Look it up by its name, and use its id."),
            { IsEnabled: false } => ("This account is disabled.", "Enable it first."),
            { Kind: PrincipalKind.ServicePrincipal } when ask.Kind == ScheduleKind.Eligibility =>
                ("A service principal cannot be eligible, for it cannot activate.", "Assign it actively."),
            { Kind: PrincipalKind.Group, IsRoleAssignable: false } when ask.Scope.System == RoleSystem.Directory =>
                ("This group cannot hold directory roles: others than administrators decide who is in it.", "Use a role-assignable group."),
            { Kind: PrincipalKind.Group } when ask.Scope.Group == ask.Principal => ("A group cannot be in itself.", "Choose somebody else."),
            _ => null,
        };
        return RuleResult.Of(
            RefusalCode.SubjectNotFound, flaw, "The principal can hold this role.",
            facts.Principal is { } who
                ? [new RuleFact("principal", who.DisplayName), new RuleFact("is a", Words(who.Kind)), RuleFact.Of("enabled", who.IsEnabled)]
                : [new RuleFact("principal", ask.Principal.ToString())]);
    }

    private static RuleResult Start(AssignmentAsk ask, AssignmentFacts facts) =>
        Demands.Start(ask.PeriodAt(facts.Now).Start, facts.Now, LongestAhead, "ten years");

    private static RuleResult Duration(AssignmentAsk ask, AssignmentFacts facts)
    {
        var settings = facts.Policy.For(ask.Kind);
        var period = ask.PeriodAt(facts.Now);
        var asked = period.End - period.Start;
        (string, string)? flaw = asked switch
        {
            null when !settings.AllowsPermanent => ("This must end.", $"Choose an end within {settings.MaximumDuration.TotalDays:0} days."),
            { } duration when duration < Schedule.Shortest =>
                ("An assignment lasts at least five minutes, and its end comes after its start.", "Choose a later end."),
            { } duration when !settings.AllowsPermanent && duration > settings.MaximumDuration =>
                ($"This may last at most {settings.MaximumDuration.TotalDays:0} days.", "Choose an earlier end."),
            _ => null,
        };
        return RuleResult.Of(
            RefusalCode.ExpirationRule, flaw, "The duration is allowed.",
            RuleFact.Of("permanent allowed", settings.AllowsPermanent),
            RuleFact.Of("maximum", settings.AllowsPermanent ? default(TimeSpan?) : settings.MaximumDuration), RuleFact.Of("asked", asked));
    }

    private static RuleResult Justification(AssignmentAsk ask, AssignmentFacts facts) => Demands.Justification(
        facts.Policy.For(ask.Kind).RequiresJustification, ask.Justification, "justification", "Say in a sentence why this is given.");

    private static RuleResult Ticketing(AssignmentAsk ask, AssignmentFacts facts) =>
        Demands.Ticketing(facts.Policy.For(ask.Kind).RequiresTicket, ask.Ticket);

    private static RuleResult Mfa(AssignmentAsk ask, AssignmentFacts facts) =>
        Demands.Mfa(facts.Policy.For(ask.Kind).RequiresMfa, facts.HasFreshMfa, "Assigning this role demands a fresh second factor.");

    private static RuleResult NoSecond(AssignmentAsk ask, AssignmentFacts facts) => Demands.NoSecond(
        facts.Present, facts.Target, facts.Now,
        ("This is already assigned, or an activation of it is running or planned.", "Remove that first, or leave it."),
        "There is no such assignment yet.");

    private static string Words(PrincipalKind kind) => kind switch
    {
        PrincipalKind.User => "user",
        PrincipalKind.Group => "group",
        PrincipalKind.ServicePrincipal => "service principal",
    };
}
