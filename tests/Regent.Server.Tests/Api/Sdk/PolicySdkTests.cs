using Microsoft.Graph;
using Microsoft.Graph.Models;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Sdk;

/// <summary>The settings of a role, changed as programs that use the official client library change them: each of the five types of rule.</summary>
public sealed class PolicySdkTests(SampleServer server) : IClassFixture<SampleServer>, IAsyncLifetime
{
    private GraphServiceClient ada = null!;
    private string policy = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        ada = await server.GraphAsync("ada");
        var links = await ada.Policies.RoleManagementPolicyAssignments.GetAsync(request =>
        {
            request.QueryParameters.Filter =
                $"scopeId eq '/' and scopeType eq 'DirectoryRole' and roleDefinitionId eq '{ApiClient.Role("Reports Reader")}'";
            request.QueryParameters.Expand = ["policy($expand=rules)"];
        }, Ct);
        var link = Assert.Single(links!.Value!);
        Assert.Equal(17, link.Policy!.Rules!.Count);
        policy = link.PolicyId!;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Expiration()
    {
        await PatchAsync(new UnifiedRoleManagementPolicyExpirationRule
        {
            Id = "Expiration_EndUser_Assignment",
            IsExpirationRequired = true,
            MaximumDuration = TimeSpan.FromHours(4),
            Target = About("EndUser", "Assignment"),
        });

        var rule = await RuleAsync<UnifiedRoleManagementPolicyExpirationRule>("Expiration_EndUser_Assignment");
        Assert.Equal((true, TimeSpan.FromHours(4)), (rule.IsExpirationRequired, rule.MaximumDuration));
        Assert.Equal(
            ("EndUser", "Assignment", UnifiedRoleManagementPolicyRuleTargetOperations.All),
            (rule.Target!.Caller, rule.Target.Level, Assert.Single(rule.Target.Operations!)));
    }

    [Fact]
    public async Task Enablement()
    {
        await PatchAsync(new UnifiedRoleManagementPolicyEnablementRule
        {
            Id = "Enablement_Admin_Assignment",
            EnabledRules = ["Justification", "Ticketing"],
            Target = About("Admin", "Assignment"),
        });

        Assert.Equal(
            ["Justification", "Ticketing"],
            (await RuleAsync<UnifiedRoleManagementPolicyEnablementRule>("Enablement_Admin_Assignment")).EnabledRules!);
    }

    [Fact]
    public async Task Approval()
    {
        var (barbara, group) = ((await server.PersonAsync("barbara")).Id.ToString(), await GroupAsync("On-call engineers"));
        await PatchAsync(new UnifiedRoleManagementPolicyApprovalRule
        {
            Id = "Approval_EndUser_Assignment",
            Target = About("EndUser", "Assignment"),
            Setting = new ApprovalSettings
            {
                IsApprovalRequired = true,
                IsApprovalRequiredForExtension = false,
                IsRequestorJustificationRequired = true,
                ApprovalMode = "SingleStage",
                ApprovalStages =
                [
                    new UnifiedApprovalStage
                    {
                        ApprovalStageTimeOutInDays = 1,
                        IsApproverJustificationRequired = true,
                        EscalationTimeInMinutes = 0,
                        IsEscalationEnabled = false,
                        PrimaryApprovers = [new SingleUser { UserId = barbara }, new GroupMembers { GroupId = group }],
                        EscalationApprovers = [],
                    },
                ],
            },
        });

        var setting = (await RuleAsync<UnifiedRoleManagementPolicyApprovalRule>("Approval_EndUser_Assignment")).Setting!;
        var stage = Assert.Single(setting.ApprovalStages!);
        Assert.Equal((true, 1), (setting.IsApprovalRequired, stage.ApprovalStageTimeOutInDays));
        Assert.Equal(barbara, Assert.IsType<SingleUser>(stage.PrimaryApprovers![0]).UserId);
        Assert.Equal((group, "On-call engineers"), stage.PrimaryApprovers[1] is GroupMembers many ? (many.GroupId, many.Description) : default);
    }

    [Fact]
    public async Task Authentication_context()
    {
        await PatchAsync(new UnifiedRoleManagementPolicyAuthenticationContextRule
        {
            Id = "AuthenticationContext_EndUser_Assignment",
            IsEnabled = true,
            ClaimValue = "c1",
            Target = About("EndUser", "Assignment"),
        });

        var rule = await RuleAsync<UnifiedRoleManagementPolicyAuthenticationContextRule>("AuthenticationContext_EndUser_Assignment");
        Assert.Equal((true, "c1"), (rule.IsEnabled, rule.ClaimValue));
        Assert.Equal("MfaAndAcrsConflict", await GraphSdk.CodeAsync(() => PatchAsync(new UnifiedRoleManagementPolicyEnablementRule
        {
            Id = "Enablement_EndUser_Assignment",
            EnabledRules = ["MultiFactorAuthentication"],
        })));
    }

    [Fact]
    public async Task Notification()
    {
        await PatchAsync(new UnifiedRoleManagementPolicyNotificationRule
        {
            Id = "Notification_Approver_EndUser_Assignment",
            NotificationType = "Email",
            RecipientType = "Approver",
            NotificationLevel = "Critical",
            IsDefaultRecipientsEnabled = false,
            NotificationRecipients = ["desk@regent.example"],
            Target = About("EndUser", "Assignment"),
        });

        var rule = await RuleAsync<UnifiedRoleManagementPolicyNotificationRule>("Notification_Approver_EndUser_Assignment");
        Assert.Equal(("Critical", false, "desk@regent.example"), (rule.NotificationLevel, rule.IsDefaultRecipientsEnabled, Assert.Single(rule.NotificationRecipients!)));
    }

    [Fact]
    public async Task Several_at_once_for_a_group()
    {
        var group = await GroupAsync("Database operators");
        var owners = (await ada.Policies.RoleManagementPolicyAssignments.GetAsync(
            request => request.QueryParameters.Filter = $"scopeId eq '{group}' and scopeType eq 'Group' and roleDefinitionId eq 'owner'", Ct))!.Value![0].PolicyId!;

        var changed = await ada.Policies.RoleManagementPolicies[owners].PatchAsync(new UnifiedRoleManagementPolicy
        {
            Rules =
            [
                new UnifiedRoleManagementPolicyExpirationRule { Id = "Expiration_Admin_Eligibility", IsExpirationRequired = false },
                new UnifiedRoleManagementPolicyExpirationRule { Id = "Expiration_Admin_Assignment", MaximumDuration = TimeSpan.FromDays(15) },
            ],
        }, cancellationToken: Ct);

        Assert.Equal(("Ada Lovelace", group), (changed!.LastModifiedBy!.DisplayName, changed.ScopeId));
        var rules = (await ada.Policies.RoleManagementPolicies[owners].EffectiveRules.GetAsync(cancellationToken: Ct))!.Value!
            .OfType<UnifiedRoleManagementPolicyExpirationRule>().ToDictionary(rule => rule.Id!);
        Assert.Equal((false, TimeSpan.FromDays(365)), (rules["Expiration_Admin_Eligibility"].IsExpirationRequired, rules["Expiration_Admin_Eligibility"].MaximumDuration));
        Assert.Equal((true, TimeSpan.FromDays(15)), (rules["Expiration_Admin_Assignment"].IsExpirationRequired, rules["Expiration_Admin_Assignment"].MaximumDuration));
    }

    [Fact]
    public async Task What_is_wrong_is_an_error_with_a_code()
    {
        Assert.Equal("MissingProvider", await GraphSdk.CodeAsync(() => ada.Policies.RoleManagementPolicies.GetAsync(cancellationToken: Ct)));
        Assert.Equal("InvalidPolicy", await GraphSdk.CodeAsync(() => PatchAsync(
            new UnifiedRoleManagementPolicyExpirationRule { Id = "Expiration_EndUser_Assignment", MaximumDuration = TimeSpan.FromHours(25) })));
    }

    private static UnifiedRoleManagementPolicyRuleTarget About(string caller, string level) => new()
    {
        Caller = caller,
        Level = level,
        Operations = [UnifiedRoleManagementPolicyRuleTargetOperations.All],
        InheritableSettings = [],
        EnforcedSettings = [],
    };

    private Task<UnifiedRoleManagementPolicyRule?> PatchAsync(UnifiedRoleManagementPolicyRule rule) =>
        ada.Policies.RoleManagementPolicies[policy].Rules[rule.Id!].PatchAsync(rule, cancellationToken: Ct);

    private async Task<T> RuleAsync<T>(string rule)
        where T : UnifiedRoleManagementPolicyRule =>
        Assert.IsType<T>(await ada.Policies.RoleManagementPolicies[policy].Rules[rule].GetAsync(cancellationToken: Ct));

    private async Task<string> GroupAsync(string name) =>
        (await ada.Groups.GetAsync(request => request.QueryParameters.Filter = $"displayName eq '{name}'", Ct))!.Value![0].Id!;
}
