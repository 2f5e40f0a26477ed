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

    private static RuleResult Subject(AssignmentAsk ask, AssignmentFacts facts)
    {
        var problem = facts.Principal switch
        {
            null => "There is no such user or group.",
            { IsEnabled: false } => "This account is disabled.",
            { Kind: PrincipalKind.ServicePrincipal } when ask.Kind == ScheduleKind.Eligibility =>
                "A service principal cannot be eligible, for it cannot activate. Assign it actively.",
            { Kind: PrincipalKind.Group, IsRoleAssignable: false } when ask.Scope.System == RoleSystem.Directory =>
                "This group cannot hold directory roles: others than administrators decide who is in it. Use a role-assignable group.",
            { Kind: PrincipalKind.Group } when ask.Scope.Group == ask.Principal => "A group cannot be in itself.",
            _ => null,
        };
        return new RuleResult(RefusalCode.SubjectNotFound, problem is null, problem ?? "The principal can hold this role.");
    }

    private static RuleResult Start(AssignmentAsk ask, AssignmentFacts facts)
    {
        var passed = ask.PeriodAt(facts.Now).Start - facts.Now <= LongestAhead;
        return new RuleResult(RefusalCode.InvalidRoleAssignmentRequestSchedule, passed, passed
            ? "The start is at once or within ten years."
            : "The start is more than ten years ahead. Choose an earlier one.");
    }

    private static RuleResult Duration(AssignmentAsk ask, AssignmentFacts facts)
    {
        var settings = facts.Policy.For(ask.Kind);
        var period = ask.PeriodAt(facts.Now);
        var problem = (period.End - period.Start) switch
        {
            null when !settings.AllowsPermanent => $"This must end. Choose an end within {settings.MaximumDuration.TotalDays:0} days.",
            { } duration when duration < Schedule.Shortest => "An assignment lasts at least five minutes, and its end comes after its start.",
            { } duration when !settings.AllowsPermanent && duration > settings.MaximumDuration =>
                $"This may last at most {settings.MaximumDuration.TotalDays:0} days.",
            _ => null,
        };
        return new RuleResult(RefusalCode.ExpirationRule, problem is null, problem ?? "The duration is allowed.");
    }

    private static RuleResult Justification(AssignmentAsk ask, AssignmentFacts facts)
    {
        var problem = facts.Policy.For(ask.Kind).RequiresJustification && string.IsNullOrWhiteSpace(ask.Justification)
            ? "Justification is required: say in a sentence why this is given."
            : FreeText.ProblemWith(ask.Justification, "justification");
        return new RuleResult(RefusalCode.JustificationRule, problem is null, problem ?? "The justification is as demanded.");
    }

    private static RuleResult Ticketing(AssignmentAsk ask, AssignmentFacts facts)
    {
        var problem = facts.Policy.For(ask.Kind).RequiresTicket && ask.Ticket is not { IsComplete: true }
            ? "Ticket information is required: give the number and the system."
            : ask.Ticket?.Problem;
        return new RuleResult(RefusalCode.TicketingRule, problem is null, problem ?? "The ticket information is as demanded.");
    }

    private static RuleResult Mfa(AssignmentAsk ask, AssignmentFacts facts)
    {
        var passed = !facts.Policy.For(ask.Kind).RequiresMfa || facts.HasFreshMfa;
        return new RuleResult(RefusalCode.MfaRule, passed, passed
            ? "The second factor is as demanded."
            : "Assigning this role demands a fresh second factor. Verify, then try again.");
    }

    private static RuleResult NoSecond(AssignmentAsk ask, AssignmentFacts facts)
    {
        var passed = !facts.Present.Any(schedule => schedule.IsOpenAt(facts.Now) && schedule.Id != facts.Target?.Id);
        return new RuleResult(RefusalCode.RoleAssignmentExists, passed, passed
            ? "There is no such assignment yet."
            : "This is already assigned, or an activation of it is running or planned. Remove that first, or leave it.");
    }
}
