using Regent.Core;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Policies;
using Regent.Testing;

namespace Regent.Operations.Tests.Policies;

public sealed class ChangeRoleSettingsTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task What_an_administrator_sets_holds_for_the_next_ask()
    {
        var settings = new ActivationSettings { RequiresTicket = true, MaximumDuration = TimeSpan.FromHours(1) };

        var saved = (await ChangeAsync(office.Grace, settings)).Done();

        Assert.Equal((1, office.Grace.Id, office.Now), (saved.Version, saved.ModifiedBy!.Value, saved.ModifiedAt!.Value));
        Assert.Equal(
            [RefusalCode.ExpirationRule, RefusalCode.TicketingRule],
            (await office.AskAsync(office.Alan, office.Ask(office.Alan) with { Ticket = null })).Codes());
    }

    [Fact]
    public async Task What_runs_goes_on_under_the_settings_it_was_granted_under()
    {
        await office.AskedAsync(office.Alan);

        (await ChangeAsync(office.Grace, new ActivationSettings { MaximumDuration = TimeSpan.FromMinutes(30) })).Done();
        await office.PassAsync(TimeSpan.FromHours(1));

        Assert.True(await office.HoldsAsync(office.Alan));
    }

    [Fact]
    public async Task What_changed_is_on_record_and_nothing_else()
    {
        (await ChangeAsync(
            office.Ada,
            new ActivationSettings { RequiresApproval = true, Approvers = [office.Barbara.Id], MaximumDuration = TimeSpan.FromHours(1) })).Done();

        var entry = Assert.Single(office.World.Audit.Entries);
        Assert.Equal(("Update role setting in PIM", office.Ada.Id, office.Role), (entry.Activity, entry.Actor, entry.Role));
        Assert.Equal(
            [("Approvers", $" → {office.Barbara.Id}"), ("MaximumDuration", "08:00:00 → 01:00:00"), ("RequiresApproval", "False → True")],
            entry.Details.Select(pair => (pair.Key, pair.Value)).Order());
    }

    [Fact]
    public async Task Only_administrators_change_settings()
    {
        var reader = office.World.AddUser("Edsger");
        office.World.Assign(reader, DirectoryRoles.GlobalReader);

        foreach (var other in new[] { office.Alan, reader, office.Disable(office.Ada) })
        {
            Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await ChangeAsync(other, new ActivationSettings())).Code());
        }

        Assert.Empty(office.Record);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public async Task A_change_based_on_another_version_than_the_newest_is_refused(int basedOn)
    {
        (await ChangeAsync(office.Ada, new ActivationSettings { RequiresTicket = true })).Done();

        Assert.Equal(RefusalCode.PolicyChangedMeanwhile, (await ChangeAsync(office.Grace, new ActivationSettings(), basedOn)).Code());
        Assert.Single(office.Record);
    }

    [Fact]
    public async Task Of_two_changes_at_once_one_is_saved_and_the_other_learns_of_it()
    {
        var outcomes = await Task.WhenAll(
            Task.Run(() => ChangeAsync(office.Ada, new ActivationSettings { RequiresTicket = true })),
            Task.Run(() => ChangeAsync(office.Grace, new ActivationSettings { RequiresMfa = true })));

        Assert.Single(outcomes.OfType<Outcome<RolePolicy>.Done>());
        Assert.Equal(RefusalCode.PolicyChangedMeanwhile, Assert.Single(outcomes.OfType<Outcome<RolePolicy>.Refused>()).Code());
        Assert.Single(office.Record);
    }

    [Fact]
    public async Task Rules_are_laid_over_the_newest_settings()
    {
        (await ChangeAsync(office.Ada, new ActivationSettings { RequiresTicket = true })).Done();

        var saved = (await ChangeAsync(office.Grace, Maximum(TimeSpan.FromHours(2)))).Done();

        Assert.Equal((2, true, TimeSpan.FromHours(2)), (saved.Version, saved.Activation.RequiresTicket, saved.Activation.MaximumDuration));
        Assert.Equal([("MaximumDuration", "08:00:00 → 02:00:00")], office.World.Audit.Entries[^1].Details.Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public async Task Of_two_rules_changed_at_once_both_are_saved()
    {
        var approval = new PolicyRule.Approval(PolicyRuleName.Find("Approval_EndUser_Assignment")!, IsRequired: true, [office.Barbara.Id]);
        var outcomes = await Task.WhenAll(
            Task.Run(() => ChangeAsync(office.Ada, Maximum(TimeSpan.FromHours(2)))), Task.Run(() => ChangeAsync(office.Grace, approval)));

        var newest = outcomes.Select(outcome => outcome.Done()).MaxBy(policy => policy.Version)!;
        Assert.Equal((2, true, TimeSpan.FromHours(2)), (newest.Version, newest.Activation.RequiresApproval, newest.Activation.MaximumDuration));
    }

    [Fact]
    public async Task Only_administrators_change_rules_and_only_into_what_can_be()
    {
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await ChangeAsync(office.Alan, Maximum(TimeSpan.FromHours(2)))).Code());
        Assert.Equal(RefusalCode.InvalidPolicy, (await ChangeAsync(office.Ada, Maximum(TimeSpan.FromHours(25)))).Code());
        Assert.Empty(office.Record);
    }

    [Fact]
    public async Task Approval_that_nobody_named_could_give_is_refused()
    {
        var empty = office.World.AddGroup("Empty");
        var gone = office.Disable(office.World.AddUser("Gone"));
        var ofTheGone = office.World.AddGroup("Of the gone", gone);

        foreach (var approvers in new PrincipalId[][] { [empty.Id], [gone.Id], [ofTheGone.Id, empty.Id], [Make.User("Unknown").Id] })
        {
            var settings = new ActivationSettings { RequiresApproval = true, Approvers = approvers };
            Assert.Equal(RefusalCode.InvalidPolicy, (await ChangeAsync(office.Ada, settings)).Code());
        }

        var possible = new ActivationSettings { RequiresApproval = true, Approvers = [empty.Id, office.Barbara.Id] };
        Assert.Equal(1, (await ChangeAsync(office.Ada, possible)).Done().Version);
    }

    [Fact]
    public async Task The_only_approver_may_be_eligible_and_then_cannot_ask()
    {
        (await ChangeAsync(office.Ada, new ActivationSettings { RequiresApproval = true, Approvers = [office.Alan.Id] })).Done();
        office.World.MakeEligible(office.Barbara, office.Role);

        Assert.Equal(RefusalCode.InvalidPolicy, (await office.AskAsync(office.Alan)).Code());
        Assert.Equal(
            RequestStatus.Provisioned, (await office.DecideAsync(office.Alan, await office.AskedAsync(office.Barbara))).Done().Status);
    }

    [Fact]
    public async Task Approvers_are_kept_once_and_while_approval_is_off()
    {
        var settings = new ActivationSettings { Approvers = [office.Barbara.Id, office.Barbara.Id, office.World.AddGroup("Empty").Id] };

        Assert.Equal(settings.Approvers.Distinct(), (await ChangeAsync(office.Ada, settings)).Done().Activation.Approvers);
    }

    [Fact]
    public async Task A_maximum_out_of_range_and_a_role_nobody_knows_are_refused()
    {
        Assert.Equal(RefusalCode.InvalidPolicy, (await ChangeAsync(office.Ada, new ActivationSettings { MaximumDuration = TimeSpan.Zero })).Code());
        Assert.Equal(
            RefusalCode.RoleDefinitionDoesNotExist,
            (await office.The<ChangeRoleSettings>().ExecuteAsync(office.As(office.Ada), RolePolicy.Default(default, Scope.Tenant), Office.Ct)).Code());
    }

    private static PolicyRule.Expiration Maximum(TimeSpan length) =>
        new(PolicyRuleName.Find("Expiration_EndUser_Assignment")!, IsRequired: true, length);

    private Task<Outcome<RolePolicy>> ChangeAsync(Principal who, PolicyRule rule) =>
        office.The<ChangeRoleSettings>().ExecuteAsync(office.As(who), office.Role, Scope.Tenant, [rule], Office.Ct);

    private Task<Outcome<RolePolicy>> ChangeAsync(Principal who, ActivationSettings settings, int basedOn = 0) =>
        office.The<ChangeRoleSettings>().ExecuteAsync(
            office.As(who), new RolePolicy(office.Role, Scope.Tenant, basedOn) { Activation = settings }, Office.Ct);
}
