using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Policies;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Operations.Policies;

namespace Regent.Portal.Tests.Pages.Settings;

/// <summary>Every rule of a policy on its tab: how it reads, and what comes of changing it.</summary>
public sealed class SettingsTabsTests : SettingsContext
{
    [Fact]
    public async Task A_second_factor_and_an_authentication_context_exclude_each_other()
    {
        Configure("c12", "Passkey");
        Configure("c2", "Any second factor, just given");
        World.Set(Exchange.Id, new ActivationSettings { RequiresMfa = true });
        var page = Show(Exchange.Id, "?edit=1");
        Assert.Equal(["Any second factor, just given (c2)", "Passkey (c12)"], page.FindAll("[data-testid=context] option").Select(one => one.TextContent));

        page.Find("[data-testid=proof-context]").Change(true);
        page.Find("[data-testid=context]").Change("c12");
        await ReviewAsync(page);
        Assert.Equal(["On activation, require A second factor Authentication context: Passkey (c12)"], Changes(page));
        await SaveAsync(page);

        var saved = (await PolicyAsync(Exchange.Id, Scope.Tenant)).Activation;
        Assert.Equal((false, "c12"), (saved.RequiresMfa, saved.AuthenticationContext));
    }

    [Fact]
    public void A_context_that_nobody_configured_is_shown_where_it_is_demanded_and_can_be_chosen_nowhere_else()
    {
        Assert.True(Show(Exchange.Id, "?edit=1").Find("[data-testid=proof-context]").HasAttribute("disabled"));

        World.Set(Exchange.Id, new ActivationSettings { AuthenticationContext = "c7" });

        Assert.Equal("On activation, require Authentication context: c7 default: No further proof", Lines(Show(Exchange.Id))[1]);
        Assert.Equal("c7", Show(Exchange.Id, "?edit=1").Find("[data-testid=context]").GetAttribute("value"));
    }

    [Fact]
    public async Task How_long_and_how_something_may_be_assigned_is_set()
    {
        var page = Show(Exchange.Id, "?edit=1&tab=assignment");
        Assert.True(page.Find("#eligible-length").HasAttribute("disabled"));

        page.Find("[data-testid=eligible-permanent]").Change(false);
        page.Find("#eligible-length").Input("3");
        page.Find("[data-testid=eligible-unit]").Change("Months");
        page.Find("[data-testid=active-permanent]").Change(false);
        page.Find("[data-testid=active-mfa]").Change(true);
        page.Find("[data-testid=active-justification]").Change(false);
        await ReviewAsync(page);
        Assert.Equal(
            [
                "Allow permanent eligible assignment Yes No", "Expire eligible assignments after Not enforced 3 months",
                "Allow permanent active assignment Yes No", "Expire active assignments after Not enforced 6 months",
                "Require a second factor on active assignment No Yes", "Require justification on active assignment Yes No",
            ],
            Changes(page));
        await SaveAsync(page);

        var policy = await PolicyAsync(Exchange.Id, Scope.Tenant);
        Assert.Equal(new AssignmentSettings { AllowsPermanent = false, MaximumDuration = TimeSpan.FromDays(90) }, policy.Eligibility);
        Assert.Equal(new AssignmentSettings { AllowsPermanent = false, MaximumDuration = TimeSpan.FromDays(180), RequiresMfa = true }, policy.Assignment);
    }

    [Theory]
    [InlineData("soon", "Give a whole number")]
    [InlineData("", "Give a whole number")]
    [InlineData("-1", "Give a whole number")]
    [InlineData("0", "between 5 minutes and 10 years")]
    [InlineData("11", "between 5 minutes and 10 years")]
    [InlineData("2147483647", "Give a whole number")]
    public async Task A_length_that_cannot_be_is_refused_beside_its_field_on_its_tab(string number, string words)
    {
        var page = Show(GroupRoles.Member, $"?scope={OfOperators}&edit=1");

        page.Find("#eligible-length").Input(number);
        await ReviewAsync(page);

        Assert.Contains(words, page.Find("#eligible-length-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", page.Find("#eligible-length").GetAttribute("aria-invalid"));
        Assert.Contains("tab=assignment", Here, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=settings-review]"));
    }

    [Fact]
    public async Task The_nine_mails_are_set_each_by_itself()
    {
        var page = Show(Exchange.Id, "?edit=1&tab=notifications");
        Assert.Equal(9, page.FindAll("[data-testid=mail]").Count);

        page.Find("#mail-0").Input("ops@regent.example; Audit@regent.example\nOPS@regent.example");
        page.Find("[data-testid=mail-4-default]").Change(false);
        page.Find("[data-testid=mail-8-level]").Change("Critical");
        page.Find("[data-testid=mail-7-level]").Change("None");
        await ReviewAsync(page);
        Assert.Equal(
            [
                "Members assigned as eligible: Role assignment alert Administrators Administrators, ops@regent.example, Audit@regent.example",
                "Members assigned as active: Notification to the assigned person Assigned person Nobody",
                "Eligible members activate: Notification to the activated person Activated person No mails",
                "Eligible members activate: Request to approve an activation Approvers Approvers · critical mails only",
            ],
            Changes(page));
        await SaveAsync(page);

        var mails = (await PolicyAsync(Exchange.Id, Scope.Tenant)).Notifications;
        Assert.Equal(["ops@regent.example", "Audit@regent.example"], mails.Eligibility.Administrators.AdditionalRecipients);
        Assert.False(mails.Assignment.Assignee.HasDefaultRecipients);
        Assert.Equal((NotificationLevel.None, NotificationLevel.Critical), (mails.Activation.Assignee.Level, mails.Activation.Approvers.Level));
    }

    [Fact]
    public async Task What_is_no_address_is_refused_beside_its_mail_and_nothing_is_lost_on_the_way()
    {
        var page = Show(Exchange.Id, "?edit=1");

        page.Find("#maximum").Input("3");
        page.Find("#mail-5").Input("ops@regent.example; not an address");
        await ReviewAsync(page);
        Assert.Contains("\"not an address\" is not a mail address", page.Find("#mail-5-error").TextContent, StringComparison.Ordinal);
        Assert.Contains("tab=notifications", Here, StringComparison.Ordinal);
        page.Find("#mail-5").Input("ops@regent.example");
        await ReviewAsync(page);

        Assert.Equal(2, Changes(page).Count);
    }

    [Fact]
    public void Choosing_another_tab_keeps_the_scope_and_the_change()
    {
        var page = Show(GroupRoles.Member, $"?scope={OfOperators}&edit=1");
        page.Find("#maximum").Input("3");

        Address.NavigateTo(page.Find("[data-testid=tab-notifications]").GetAttribute("href")!);

        page.WaitForAssertion(() => Assert.False(page.Find("#mail-0").Closest(".pane")!.HasAttribute("hidden")));
        Assert.Equal("3", page.Find("#maximum").GetAttribute("value"));
    }

    [Fact]
    public async Task What_somebody_else_saved_on_another_tab_is_kept_beside_ones_own()
    {
        var page = Show(Exchange.Id, "?edit=1");
        page.Find("#maximum").Input("4");
        page.Find("#mail-1").Input("mine@regent.example");
        var before = await PolicyAsync(Exchange.Id, Scope.Tenant);
        var grace = World.AddUser("Grace Hopper");
        World.Assign(grace, DirectoryRoles.PrivilegedRoleAdministrator);
        var theirs = before with
        {
            Eligibility = before.Eligibility with { AllowsPermanent = false },
            Notifications = before.Notifications with { Activation = new() { Assignee = new() { Level = NotificationLevel.None } } },
        };
        await Services.GetRequiredService<ChangeRoleSettings>().ExecuteAsync(new Caller(grace.Id, null), theirs, Ct);

        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("[data-testid=conflict] [data-testid=change]").Count));
        page.Find("[data-testid=keep-mine]").Click();
        await ReviewAsync(page);
        await SaveAsync(page);

        var saved = await PolicyAsync(Exchange.Id, Scope.Tenant);
        Assert.Equal((2, TimeSpan.FromHours(2), false), (saved.Version, saved.Activation.MaximumDuration, saved.Eligibility.AllowsPermanent));
        Assert.Equal(NotificationLevel.None, saved.Notifications.Activation.Assignee.Level);
        Assert.Equal(["mine@regent.example"], saved.Notifications.Eligibility.Assignee.AdditionalRecipients);
    }

    [Fact]
    public async Task What_only_the_API_sets_is_shown_and_kept()
    {
        var before = await PolicyAsync(Exchange.Id, Scope.Tenant);
        var ours = new AssignmentSettings { RequiresTicket = true, MaximumDuration = TimeSpan.FromHours(36), AllowsPermanent = false };
        var set = before with { Eligibility = ours };
        await Services.GetRequiredService<ChangeRoleSettings>().ExecuteAsync(new Caller(Ada.Id, null), set, Ct);

        var lines = Lines(Show(Exchange.Id, "?tab=assignment"));
        Assert.Contains("Require ticket information on eligible assignment Yes default: No", lines);
        Assert.Contains("Expire eligible assignments after 1.5 days default: Not enforced", lines);
        var page = Show(Exchange.Id, "?edit=1");
        page.Find("#maximum").Input("3");
        await ReviewAsync(page);
        await SaveAsync(page);

        Assert.Equal(set.Eligibility, (await PolicyAsync(Exchange.Id, Scope.Tenant)).Eligibility);
    }
}
