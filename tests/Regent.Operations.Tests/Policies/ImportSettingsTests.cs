using Regent.Core.Audit;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Policies;
using Regent.Testing;

namespace Regent.Operations.Tests.Policies;

public sealed class ImportSettingsTests : IDisposable
{
    private static readonly PrincipalId Unknown = new(Guid.Parse("6f0e31a4-5a0c-4b5e-9a58-0d7b3f1c2aff"));
    private static readonly PolicyRuleName Approval = PolicyRuleName.Find("Approval_EndUser_Assignment")!;
    private static readonly PolicyRuleName Expiration = PolicyRuleName.Find("Expiration_EndUser_Assignment")!;
    private static readonly PolicyRuleName Enablement = PolicyRuleName.Find("Enablement_EndUser_Assignment")!;
    private static readonly PolicyRuleName Context = PolicyRuleName.Find("AuthenticationContext_EndUser_Assignment")!;

    private readonly Office office = new();
    private readonly Principal group;

    public ImportSettingsTests() => group = new Estate(office).Engineers;

    private Scope OfGroup => Scope.OfGroup(group.Id);

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Rules_become_settings_once_and_on_record()
    {
        PolicyRule[] rules = [Lasts(2), By(office.Barbara.Id)];

        var first = Assert.Single(await ImportAsync(rules));
        var again = Assert.Single(await ImportAsync(rules));

        Assert.Equal((ImportOutcome.Changed, "Exchange Administrator", "MaximumDuration, RequiresApproval, Approvers"), (first.Outcome, first.Name, first.Message));
        Assert.Equal((ImportOutcome.Unchanged, ""), (again.Outcome, again.Message));
        var after = await PolicyAsync(office.Role, Scope.Tenant);
        Assert.Equal((1, TimeSpan.FromHours(2), true, office.Now), (after.Version, after.Activation.MaximumDuration, after.Activation.RequiresApproval, after.ModifiedAt));
        Assert.Equal([office.Barbara.Id], after.Activation.Approvers);
        Assert.Equal([$"Regent: {AuditActivities.RoleSettingUpdated}"], office.Record);
    }

    [Fact]
    public async Task A_rule_that_cannot_be_is_told_and_leaves_the_others()
    {
        var told = await ImportAsync(Lasts(25), new PolicyRule.Enablement(Enablement, [EnabledRule.Ticketing]));

        Assert.Equal([ImportOutcome.Changed, ImportOutcome.Refused], told.Select(line => line.Outcome));
        Assert.StartsWith("Expiration_EndUser_Assignment/maximumDuration: ", told[1].Message, StringComparison.Ordinal);
        var after = (await PolicyAsync(office.Role, Scope.Tenant)).Activation;
        Assert.Equal((TimeSpan.FromHours(8), true), (after.MaximumDuration, after.RequiresTicket));
    }

    [Fact]
    public async Task Rules_that_only_fit_together_are_taken_together()
    {
        office.Demand(settings => settings with { RequiresMfa = true });

        var told = await ImportAsync(new PolicyRule.AuthenticationContext(Context, IsEnabled: true, "c3"), new PolicyRule.Enablement(Enablement, []));

        Assert.Equal(ImportOutcome.Changed, Assert.Single(told).Outcome);
        var after = (await PolicyAsync(office.Role, Scope.Tenant)).Activation;
        Assert.Equal((false, "c3"), (after.RequiresMfa, after.AuthenticationContext));
    }

    [Fact]
    public async Task Who_is_not_known_is_left_out_and_the_others_decide()
    {
        var told = await ImportAsync(By(Unknown, office.Barbara.Id));

        Assert.Equal([ImportOutcome.Changed, ImportOutcome.Refused], told.Select(line => line.Outcome));
        Assert.Contains($"no user or group {Unknown}", told[1].Message, StringComparison.Ordinal);
        Assert.Equal([office.Barbara.Id], (await PolicyAsync(office.Role, Scope.Tenant)).Activation.Approvers);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_nobody_named_is_known_activations_go_on_to_need_approval_and_administrators_decide(bool isGroup)
    {
        var (role, scope) = isGroup ? (GroupRoles.Member, OfGroup) : (office.Role, Scope.Tenant);
        office.World.Add(Make.Eligibility(office.Alan.Id, GroupRoles.Member, office.Now.AddHours(-1)) with { Scope = OfGroup });

        var told = await ImportAsync(role, scope, Lasts(2), By(Unknown));
        var again = await ImportAsync(role, scope, Lasts(2), By(Unknown));

        Assert.Equal([ImportOutcome.Changed, ImportOutcome.Refused, ImportOutcome.Refused], told.Select(line => line.Outcome));
        Assert.EndsWith("administrators decide until you name others.", told[2].Message, StringComparison.Ordinal);
        Assert.Equal([ImportOutcome.Unchanged, ImportOutcome.Refused, ImportOutcome.Refused], again.Select(line => line.Outcome));
        var settings = (await PolicyAsync(role, scope)).Activation;
        Assert.Equal((true, 0, TimeSpan.FromHours(2)), (settings.RequiresApproval, settings.Approvers.Count, settings.MaximumDuration));
        var asked = await office.AskedAsync(office.Alan, office.Ask(office.Alan) with { Role = role, Scope = scope });
        Assert.Equal(RequestStatus.PendingApproval, asked.Status);
        Assert.Equal(RequestStatus.Provisioned, (await office.DecideAsync(office.Grace, asked)).Done().Status);
    }

    [Fact]
    public async Task An_approval_rule_of_a_group_that_names_nobody_leaves_it_to_administrators()
    {
        var told = await ImportAsync(GroupRoles.Member, OfGroup, By());

        Assert.Equal((ImportOutcome.Changed, "Member of Engineers"), (Assert.Single(told).Outcome, told[0].Name));
        var settings = (await PolicyAsync(GroupRoles.Member, OfGroup)).Activation;
        Assert.Equal((true, 0), (settings.RequiresApproval, settings.Approvers.Count));
    }

    [Fact]
    public async Task Who_was_named_here_in_the_meantime_stays()
    {
        await ImportAsync(GroupRoles.Member, OfGroup, By(Unknown));
        office.World.Set(GroupRoles.Member, OfGroup, (await PolicyAsync(GroupRoles.Member, OfGroup)).Activation with { Approvers = [office.Barbara.Id] });

        var again = await ImportAsync(GroupRoles.Member, OfGroup, By(Unknown));

        Assert.EndsWith("those named here decide.", again[2].Message, StringComparison.Ordinal);
        Assert.Equal([office.Barbara.Id], (await PolicyAsync(GroupRoles.Member, OfGroup)).Activation.Approvers);
    }

    [Fact]
    public async Task Roles_and_groups_that_are_not_here_are_refused()
    {
        var role = new RoleDefinitionId(Make.NewId());

        var told = await office.The<ImportSettings>().ExecuteAsync(
            [new SettingsLine(1, role, Scope.Tenant, [Lasts(2)]), new SettingsLine(2, GroupRoles.Member, Scope.OfGroup(Unknown), [Lasts(2)]), new SettingsLine(3, office.Role, Scope.Tenant, [Lasts(2)])],
            Office.Ct);

        Assert.Equal([ImportOutcome.Refused, ImportOutcome.Refused, ImportOutcome.Changed], told.Select(line => line.Outcome));
        Assert.Contains("There is no such role", told[0].Message, StringComparison.Ordinal);
        Assert.Equal(0, (await PolicyAsync(role, Scope.Tenant)).Version);
    }

    private static PolicyRule.Expiration Lasts(int hours) => new(Expiration, IsRequired: true, TimeSpan.FromHours(hours));

    private static PolicyRule.Approval By(params PrincipalId[] approvers) => new(Approval, IsRequired: true, approvers);

    private Task<IReadOnlyList<ImportLine>> ImportAsync(params PolicyRule[] rules) => ImportAsync(office.Role, Scope.Tenant, rules);

    private Task<IReadOnlyList<ImportLine>> ImportAsync(RoleDefinitionId role, Scope scope, params PolicyRule[] rules) =>
        office.The<ImportSettings>().ExecuteAsync([new SettingsLine(7, role, scope, rules)], Office.Ct);

    private Task<RolePolicy> PolicyAsync(RoleDefinitionId role, Scope scope) => office.World.Policies.GetAsync(role, scope, Office.Ct);
}
