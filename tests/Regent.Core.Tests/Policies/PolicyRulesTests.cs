using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Testing;

namespace Regent.Core.Tests.Policies;

public sealed class PolicyRulesTests
{
    private static readonly RolePolicy Untouched = RolePolicy.Default(DirectoryRoles.GlobalReader, Scope.Tenant);

    [Fact]
    public void A_policy_is_told_as_seventeen_rules_in_the_order_of_the_reference() => Assert.Equal(
        [
            "Expiration_Admin_Eligibility", "Enablement_Admin_Eligibility", "Notification_Admin_Admin_Eligibility",
            "Notification_Requestor_Admin_Eligibility", "Notification_Approver_Admin_Eligibility",
            "Expiration_Admin_Assignment", "Enablement_Admin_Assignment", "Notification_Admin_Admin_Assignment",
            "Notification_Requestor_Admin_Assignment", "Notification_Approver_Admin_Assignment",
            "Expiration_EndUser_Assignment", "Enablement_EndUser_Assignment", "Approval_EndUser_Assignment",
            "AuthenticationContext_EndUser_Assignment", "Notification_Admin_EndUser_Assignment",
            "Notification_Requestor_EndUser_Assignment", "Notification_Approver_EndUser_Assignment",
        ],
        Untouched.Rules().Select(rule => rule.Name.Id));

    [Fact]
    public void Every_rule_is_found_by_its_name_in_any_letter_case_and_no_other()
    {
        Assert.All(PolicyRuleName.All, name => Assert.Same(name, PolicyRuleName.Find(name.Id.ToUpperInvariant())));
        Assert.All(["", null, "Expiration", "Approval_Admin_Assignment"], text => Assert.Null(PolicyRuleName.Find(text)));
    }

    [Fact]
    public void Rules_laid_over_other_settings_make_them_the_same()
    {
        PrincipalId[] approvers = [new(Make.NewId()), new(Make.NewId())];
        var mails = new EventNotifications
        {
            Administrators = new NotificationRule { AdditionalRecipients = ["desk@regent.example"] },
            Assignee = new NotificationRule { HasDefaultRecipients = false },
            Approvers = new NotificationRule { Level = NotificationLevel.Critical },
        };
        var full = Untouched with
        {
            Activation = new ActivationSettings
            {
                MaximumDuration = TimeSpan.FromHours(2),
                RequiresJustification = false,
                RequiresTicket = true,
                AuthenticationContext = "c7",
                RequiresApproval = true,
                Approvers = approvers,
            },
            Eligibility = new AssignmentSettings { AllowsPermanent = false, MaximumDuration = TimeSpan.FromDays(30), RequiresTicket = true },
            Assignment = new AssignmentSettings { MaximumDuration = TimeSpan.FromDays(15), RequiresMfa = true },
            Notifications = new NotificationSettings { Eligibility = mails, Assignment = mails with { Assignee = new() }, Activation = mails },
        };

        Assert.Equal(full, Untouched.With(full.Rules()).Done());
        Assert.Equal(Untouched, full.With(Untouched.Rules()).Done() with { Activation = Untouched.Activation });
    }

    [Fact]
    public void What_a_rule_does_not_say_stays()
    {
        var approver = new PrincipalId(Make.NewId());
        var before = Untouched with { Activation = Untouched.Activation with { Approvers = [approver], AuthenticationContext = "c1" } };

        Assert.All(PolicyRuleName.All, name => Assert.Equal(before, before.With([Empty(name)]).Done()));
        Assert.True(before.With([new PolicyRule.Approval(Rule("Approval_EndUser_Assignment"), IsRequired: true, Approvers: null)]).Done()
            is { Activation: { RequiresApproval: true, Approvers: [var kept] } } && kept == approver);
    }

    [Fact]
    public void What_is_wrong_is_named_by_rule_and_member()
    {
        Assert.Equal(
            [
                "Expiration_EndUser_Assignment/isExpirationRequired", "Expiration_Admin_Eligibility/maximumDuration",
                "Notification_Approver_EndUser_Assignment/notificationRecipients", "Expiration_EndUser_Assignment/maximumDuration",
                "AuthenticationContext_EndUser_Assignment/claimValue", "Enablement_EndUser_Assignment/enabledRules",
            ],
            Problems(
                new PolicyRule.Expiration(Rule("Expiration_EndUser_Assignment"), IsRequired: false, TimeSpan.FromMinutes(45)),
                new PolicyRule.Expiration(Rule("Expiration_Admin_Eligibility"), IsRequired: null, TimeSpan.FromMinutes(4)),
                new PolicyRule.Enablement(Rule("Enablement_EndUser_Assignment"), [EnabledRule.MultiFactorAuthentication]),
                new PolicyRule.AuthenticationContext(Rule("AuthenticationContext_EndUser_Assignment"), IsEnabled: true, ClaimValue: null),
                new PolicyRule.Notification(Rule("Notification_Approver_EndUser_Assignment"), null, ["nobody"], null)));
        Assert.Equal(["Approval_EndUser_Assignment/id"], Problems(Empty(Rule("Approval_EndUser_Assignment")), Empty(Rule("Approval_EndUser_Assignment"))));
        Assert.Equal(
            ["AuthenticationContext_EndUser_Assignment/isEnabled"],
            Problems(new PolicyRule.AuthenticationContext(Rule("AuthenticationContext_EndUser_Assignment"), IsEnabled: null, "c1")));
    }

    [Fact]
    public void Outside_the_directory_somebody_must_be_named_to_approve()
    {
        var change = new PolicyRule.Approval(Rule("Approval_EndUser_Assignment"), IsRequired: true, Approvers: null);
        var group = RolePolicy.Default(GroupRoles.Member, Scope.OfGroup(new PrincipalId(Make.NewId())));

        Untouched.With([change]).Done();
        Assert.Equal(ActivationSettings.ApproversMember, Assert.Single(Refusals(group.With([change]))).Target);
    }

    [Theory]
    [InlineData("c0")]
    [InlineData("c100")]
    [InlineData("c1\n")]
    [InlineData("")]
    public void Only_contexts_that_can_be_are_demanded(string claim) => Assert.Equal(
        ["AuthenticationContext_EndUser_Assignment/claimValue"],
        Problems(new PolicyRule.AuthenticationContext(Rule("AuthenticationContext_EndUser_Assignment"), IsEnabled: true, claim)));

    private static PolicyRuleName Rule(string id) => PolicyRuleName.Find(id)!;

    private static PolicyRule Empty(PolicyRuleName name) => name.Kind switch
    {
        PolicyRuleKind.Expiration => new PolicyRule.Expiration(name, null, null),
        PolicyRuleKind.Enablement => new PolicyRule.Enablement(name, null),
        PolicyRuleKind.Approval => new PolicyRule.Approval(name, null, null),
        PolicyRuleKind.AuthenticationContext => new PolicyRule.AuthenticationContext(name, null, null),
        PolicyRuleKind.Notification => new PolicyRule.Notification(name, null, null, null),
    };

    private static IEnumerable<string?> Problems(params PolicyRule[] changes) => Refusals(Untouched.With(changes)).Select(problem => problem.Target);

    private static IReadOnlyList<Refusal> Refusals(Outcome<RolePolicy> outcome) => Assert.IsType<Outcome<RolePolicy>.Refused>(outcome).Reasons;
}
