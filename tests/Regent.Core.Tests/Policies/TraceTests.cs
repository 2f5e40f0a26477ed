using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Testing;
using static Regent.Core.Tests.Policies.Asking;

namespace Regent.Core.Tests.Policies;

/// <summary>The trace of every refusal names all rules that failed, by the names of the specification's section 4, and explains each.</summary>
public sealed class TraceTests
{
    // The table of codes and the table of rules of that section, as far as judgements give them.
    private static readonly HashSet<string> Section4 =
    [
        "EligibilityRule", "JustificationRule", "TicketingRule", "MfaRule", "ExpirationRule", "RoleAssignmentRequestAcrsValidationFailed",
        "RoleAssignmentExists", "RoleAssignmentDoesNotExist", "PendingRoleAssignmentRequest", "InvalidRoleAssignmentRequestSchedule",
        "InvalidPolicy", "SubjectNotFound",
    ];

    private static readonly Principal Grace = Make.User("Grace Hopper");
    private static readonly Schedule Held = Make.Assignment(Alan, Role, Now.AddDays(-9), Now.AddHours(3));
    private static readonly Schedule Running = Make.Activation(Eligibility, Alan, Now.AddHours(-1), Now.AddHours(1));

    private static readonly AssignmentAsk Given = new(ScheduleKind.Assignment, Grace.Id, Role, Scope.Tenant)
    {
        Expiration = new Expiration.AfterDuration(TimeSpan.FromDays(1)),
        Justification = "Covers for Ada.",
    };

    private static readonly AssignmentFacts GivenFacts = new(Now, RolePolicy.Default(Role, Scope.Tenant), Grace, Present: [], HasFreshMfa: true);

    private static readonly AssignmentAsk Wish = Given with { Principal = Alan, Target = Held.Id };

    private static readonly ExtensionFacts WishFacts = new(
        Now, RolePolicy.Default(Role, Scope.Tenant), Held, Present: [], HasOpenRequest: false, HasFreshMfa: true, ExtensionWindows.Default);

    /// <summary>What is judged, the rules that fail, and a fact and a remedy that the trace must give for the first of them.</summary>
    public static TheoryData<string, Verdict, string[], string, string> Refusals => new()
    {
        { "no eligibility", Judge(Ask, Facts with { Eligibilities = [] }), ["EligibilityRule"], "start", "Ask an administrator to make you eligible." },
        {
            "eligible tomorrow", Judge(Ask, Facts with { Eligibilities = [Make.Eligibility(Alan, Role, Now.AddDays(1))] }), ["EligibilityRule"],
            "eligible from = 2026-03-03 12:00:00 UTC", "Wait until your eligibility begins."
        },
        {
            "start after it", Judge(Ask with { Start = Now.AddHours(9) }, Facts with { Eligibilities = [Make.Eligibility(Alan, Role, Now, Now.AddHours(6))] }),
            ["EligibilityRule"], "eligible until = 2026-03-02 18:00:00 UTC", "Choose a start while you are eligible."
        },
        { "too long", Judge(For(TimeSpan.FromHours(9)), Facts), ["ExpirationRule"], "asked = 9 h", "Ask for less." },
        { "too short", Judge(For(TimeSpan.FromMinutes(4)), Facts), ["ExpirationRule"], "asked = 4 min", "Ask for longer." },
        { "without end", Judge(Ask with { Expiration = new Expiration.Never() }, Facts), ["ExpirationRule"], "asked = no end", "Ask for at most 8 h." },
        {
            "eligibility ends", Judge(Ask, Facts with { Eligibilities = [Make.Eligibility(Alan, Role, Now.AddDays(-1), Now.AddMinutes(4))] }),
            ["ExpirationRule"], "eligible until = 2026-03-02 12:04:00 UTC", "Choose an earlier start, or ask for a longer eligibility."
        },
        { "far ahead", Judge(Ask with { Start = Now.AddDays(400) }, Facts), ["InvalidRoleAssignmentRequestSchedule"], "start = 2027-04-06 12:00:00 UTC", "Choose an earlier one." },
        { "no reason", Judge(Ask with { Justification = null }, Facts), ["JustificationRule"], "given = no", "Say in a sentence what you need the role for." },
        { "no ticket", Judge(Ask with { Ticket = null }, With(new() { RequiresTicket = true })), ["TicketingRule"], "number given = no", "Give the number and the system." },
        { "endless ticket", Judge(Ask with { Ticket = new Ticket(new string('x', 4001), "Desk") }, Facts), ["TicketingRule"], "number given = yes", "Shorten it." },
        { "no factor", Judge(Ask, With(new() { RequiresMfa = true })), ["MfaRule"], "given lately = no", "Verify with your authenticator app or passkey, then ask again." },
        {
            "weak session", Judge(Ask, With(new() { AuthenticationContext = "c1" }) with { MeetsContext = false, Contexts = ["c2"] }),
            ["RoleAssignmentRequestAcrsValidationFailed"], "met = c2", "Sign in as it demands, then ask again."
        },
        { "held", Judge(Ask, Facts with { Assignments = [Running] }), ["RoleAssignmentExists"], "until = 2026-03-02 13:00:00 UTC", "Use it as it is, extend it, or end it first." },
        { "asked before", Judge(Ask, Facts with { HasOpenRequest = true }), ["PendingRoleAssignmentRequest"], "open request = yes", "Wait for it or cancel it." },
        {
            "nobody to approve", Judge(Ask, With(new() { RequiresApproval = true, Approvers = [Alan] }) with { HasApprover = false }),
            ["InvalidPolicy"], "approval demanded = yes", "Ask an administrator to name others."
        },
        { "nothing to extend", Judge(Ask with { Extends = Running.Id }, Facts), ["RoleAssignmentDoesNotExist"], $"extends = {Running.Id}", "Activate the role anew." },
        {
            "no later end", Judge(For(TimeSpan.FromMinutes(30)) with { Extends = Running.Id }, Facts with { Extended = Running }),
            ["ExpirationRule"], "ends now = 2026-03-02 13:00:00 UTC", "Choose a later end."
        },
        {
            "everything", Judge(
                For(TimeSpan.FromDays(2)) with { Start = Now.AddDays(400), Justification = " ", Ticket = null },
                With(new() { RequiresTicket = true, RequiresMfa = true }) with { Eligibilities = [], Assignments = [Make.Assignment(Alan, Role, Now)], HasOpenRequest = true }),
            [
                "EligibilityRule", "InvalidRoleAssignmentRequestSchedule", "ExpirationRule", "JustificationRule", "TicketingRule", "MfaRule",
                "RoleAssignmentExists", "PendingRoleAssignmentRequest",
            ], "start = 2027-04-06 12:00:00 UTC", "Ask an administrator to make you eligible."
        },
        { "given to nobody", AssignmentJudgement.Judge(Given, GivenFacts with { Principal = null }), ["SubjectNotFound"], $"principal = {Grace.Id}", "Look it up by its name, and use its id." },
        { "given for ever", AssignmentJudgement.Judge(Given with { Expiration = null }, Bounded), ["ExpirationRule"], "permanent allowed = no", "Choose an end within 180 days." },
        {
            "given twice, silently", AssignmentJudgement.Judge(
                Given with { Justification = null }, GivenFacts with { Present = [Make.Assignment(Grace.Id, Role, Now.AddDays(-1))] }),
            ["JustificationRule", "RoleAssignmentExists"], "given = no", "Say in a sentence why this is given."
        },
        { "extends nothing", ExtensionJudgement.Judge(Wish, WishFacts with { Target = null }), ["RoleAssignmentDoesNotExist"], "schedule = none", "What comes through a group is the group's to extend." },
        {
            "extends too early", ExtensionJudgement.Judge(
                Wish with { Expiration = new Expiration.AfterDuration(TimeSpan.FromDays(90)) }, WishFacts with { Target = Held with { Period = new Period(Now, Now.AddDays(60)) } }),
            ["InvalidRoleAssignmentRequestSchedule"], "extension before the end = 14 days", "Ask then, or ask an administrator."
        },
        {
            "extends badly", ExtensionJudgement.Judge(Wish with { Justification = "", Expiration = null }, WishFacts with { HasFreshMfa = false, HasOpenRequest = true }),
            ["ExpirationRule", "JustificationRule", "MfaRule", "PendingRoleAssignmentRequest"], "ends now = 2026-03-02 15:00:00 UTC", "Say until when you need it."
        },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_refusal_names_every_rule_that_failed_with_its_facts_and_a_remedy(string what, Verdict verdict, string[] rules, string fact, string remedy)
    {
        Assert.NotEmpty(what);
        var failed = Assert.IsType<Verdict.Refused>(verdict).Trace.Where(result => !result.Passed).ToList();

        Assert.Equal(rules, failed.Select(result => result.Rule.ToString()));
        Assert.Subset(Section4, rules.ToHashSet());
        Assert.All(failed, result => Assert.False(string.IsNullOrWhiteSpace(result.Finding.Remedy)));
        Assert.Equal(remedy, failed[0].Finding.Remedy);
        Assert.Contains(failed[0].Finding.Facts, one => fact.Contains('=', StringComparison.Ordinal) ? $"{one.Name} = {one.Value}" == fact : one.Name == fact);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Its_reasons_say_in_a_message_what_is_so_and_what_would_help(string what, Verdict verdict, string[] rules, string fact, string remedy)
    {
        Assert.NotEmpty(what + fact);
        Assert.Equal(rules, verdict.Reasons.Select(reason => reason.Code.ToString()));
        Assert.All(verdict.Reasons, reason => Assert.Equal($"{reason.Finding!.Explanation} {reason.Finding.Remedy}", reason.Message));
        Assert.EndsWith(remedy, verdict.Reasons[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_passed_needs_no_remedy_and_shows_its_facts_too()
    {
        var trace = ActivationJudgement.Judge(Ask, Facts).Trace;

        Assert.All(trace, result => Assert.Null(result.Finding.Remedy));
        var facts = trace.Single(result => result.Rule == RefusalCode.EligibilityRule).Finding.Facts;
        Assert.Contains(new RuleFact("eligibility", Eligibility.Id.ToString()), facts);
        Assert.Contains(new RuleFact("eligible until", "no end"), facts);
    }

    [Fact]
    public void Who_is_not_eligible_does_not_learn_from_the_trace_who_approves()
    {
        var asked = With(new() { RequiresApproval = true }) with { Approvers = [Grace] };

        Assert.Contains(new RuleFact("approver", "Grace Hopper"), ApproverFacts(asked));
        Assert.DoesNotContain(ApproverFacts(asked with { Eligibilities = [] }), fact => fact.Name == "approver");
    }

    [Theory]
    [InlineData("00:04:00", "4 min")]
    [InlineData("00:59:00", "59 min")]
    [InlineData("01:30:00", "1.5 h")]
    [InlineData("01:20:00", "1 h 20 min")]
    [InlineData("1.00:00:00", "24 h")]
    [InlineData("15.00:00:00", "15 days")]
    [InlineData("-02:00:00", "-2 h")]
    public void Lengths_are_told_in_words(string length, string words) => Assert.Equal(words, RuleFact.Of("asked", TimeSpan.Parse(length, null)).Value);

    private static AssignmentFacts Bounded => GivenFacts with
    {
        Policy = GivenFacts.Policy with { Assignment = GivenFacts.Policy.Assignment with { AllowsPermanent = false } },
    };

    private static Verdict Judge(ActivationAsk ask, ActivationFacts facts) => ActivationJudgement.Judge(ask, facts);

    private static IReadOnlyList<RuleFact> ApproverFacts(ActivationFacts facts) =>
        ActivationJudgement.Judge(Ask, facts).Trace.Single(result => result.Rule == RefusalCode.InvalidPolicy).Finding.Facts;
}
