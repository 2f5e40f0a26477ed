using Regent.Core.Assignments;
using Regent.Core.Principals;

namespace Regent.Core.Policies;

/// <summary>Judges what an administrator gives (specification, section 3.6).</summary>
public static class AssignmentJudgement
{
    private static readonly Func<AssignmentAsk, AssignmentFacts, RuleResult>[] Rules =
        [Subject, Duration, Justification, Mfa, NoSecond];

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
            _ => null,
        };
        return new RuleResult(RefusalCode.SubjectNotFound, problem is null, problem ?? "The principal can hold this role.");
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
        var problem = ask.Justification switch
        {
            { Length: > ActivationJudgement.LongestText } => "The justification is too long.",
            var text when facts.Policy.For(ask.Kind).RequiresJustification && string.IsNullOrWhiteSpace(text) =>
                "Justification is required: say in a sentence why this is given.",
            _ => null,
        };
        return new RuleResult(RefusalCode.JustificationRule, problem is null, problem ?? "The justification is as demanded.");
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
        var passed = !facts.Present.Any(schedule => schedule.IsOpenAt(facts.Now) && schedule.Type == AssignmentType.Assigned);
        return new RuleResult(RefusalCode.RoleAssignmentExists, passed, passed
            ? "There is no such assignment yet."
            : "This assignment is already there. Remove it first, or leave it.");
    }
}
