using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Portal.Pages;
using Regent.Portal.Parts;

namespace Regent.Portal.Tests.Pages;

public sealed class ActivatePanelTests : PortalContext
{
    private readonly Principal alan;
    private readonly Principal grace;
    private bool closed;

    public ActivatePanelTests()
    {
        alan = World.AddUser("Alan Turing");
        grace = World.AddUser("Grace Hopper");
        SignIn(alan);
    }

    [Fact]
    public void What_is_demanded_is_said_before_anything_is_typed()
    {
        var role = Eligible("Exchange Administrator", new ActivationSettings
        {
            RequiresTicket = true,
            RequiresApproval = true,
            Approvers = [grace.Id],
            MaximumDuration = TimeSpan.FromHours(3),
        });

        var panel = Show(role);

        Assert.Contains("reason · ticket · approval by Grace Hopper", panel.Find("[data-testid=demands]").TextContent, StringComparison.Ordinal);
        Assert.Equal("6", panel.Find("#duration").GetAttribute("max"));
        Assert.Equal("true", panel.Find("#ticket-number").GetAttribute("aria-required"));
        Assert.Empty(panel.FindAll(".field-error"));
    }

    [Fact]
    public async Task Every_broken_rule_is_said_beside_its_field_and_nothing_is_sent()
    {
        var panel = Show(Eligible("Exchange Administrator", new ActivationSettings { RequiresTicket = true }));

        await panel.Find("#activate-form").SubmitAsync();

        Assert.Contains("Justification is required", panel.Find("#reason-error").TextContent, StringComparison.Ordinal);
        Assert.Contains("Ticket information is required", panel.Find("#ticket-number-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", panel.Find("#reason").GetAttribute("aria-invalid"));
        Assert.Empty(await RequestsAsync());
    }

    [Fact]
    public async Task Opening_the_trace_judges_what_is_filled_in_by_then()
    {
        var panel = Show(Eligible("Exchange Administrator", new ActivationSettings { RequiresTicket = true }));
        Assert.Equal(2, panel.FindAll("[data-testid=rule-failed]").Count);

        await panel.Find("#reason").InputAsync("A mailbox is stuck.");
        await panel.Find("[data-testid=trace]").TriggerEventAsync("ontoggle", EventArgs.Empty);

        panel.WaitForAssertion(() => Assert.Equal("TicketingRule", Assert.Single(panel.FindAll("[data-testid=rule-failed] code")).TextContent));
        Assert.Contains(panel.FindAll("[data-testid=rule-passed]"), rule => rule.TextContent.Contains("The justification is as demanded.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_role_is_asked_for_as_it_was_filled_in_and_its_story_follows()
    {
        var panel = Show(Eligible("User Administrator", new ActivationSettings()));

        panel.Find("#duration").Input("3");
        panel.Find("#reason").Input("  New starters ");
        await panel.Find("#activate-form").SubmitAsync();

        var request = Assert.Single(await RequestsAsync());
        Assert.Equal(TimeSpan.FromHours(1.5), request.Duration);
        Assert.Equal("New starters", request.Justification);
        panel.WaitForAssertion(() => Assert.Equal(
            ["You asked", "In effect", "Ends"], panel.FindAll(".step-title").Select(step => step.TextContent)));
        panel.Find("[data-testid=activate-done]").Click();
        Assert.True(closed);
    }

    [Fact]
    public async Task Of_several_roles_each_has_its_own_result()
    {
        var held = Eligible("Security Reader", new ActivationSettings());
        World.Assign(alan, held.Role);
        var panel = Show(Eligible("User Administrator", new ActivationSettings()), held, Eligible("Helpdesk Administrator", new ActivationSettings()));

        panel.Find("#reason").Input("On call");
        await panel.Find("#activate-form").SubmitAsync();

        panel.WaitForAssertion(() => Assert.Equal(3, panel.FindAll("[data-testid=result]").Count));
        Assert.Contains("RoleAssignmentExists", panel.FindAll("[data-testid=result]")[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await RequestsAsync()).Count);
    }

    [Fact]
    public async Task What_is_known_to_be_refused_is_neither_promised_nor_asked_for()
    {
        var held = Eligible("Exchange Administrator", new ActivationSettings { RequiresTicket = true });
        World.Assign(alan, held.Role);
        var free = Eligible("User Administrator", new ActivationSettings());

        var panel = Show(held, free);
        Assert.Equal("Activate 1 of 2 roles", panel.Find("[data-testid=activate-send]").TextContent.Trim());
        Assert.Empty(panel.FindAll("#ticket-number"));
        panel.Find("#reason").Input("On call");
        await panel.Find("#activate-form").SubmitAsync();

        panel.WaitForAssertion(() => Assert.Equal(2, panel.FindAll("[data-testid=result]").Count));
        Assert.DoesNotContain("Ticket", panel.FindAll("[data-testid=result]")[0].TextContent, StringComparison.Ordinal);
        Assert.Equal(free.Role, Assert.Single(await RequestsAsync()).Role);
    }

    [Fact]
    public async Task A_mistake_in_one_of_several_roles_sends_none()
    {
        var panel = Show(
            Eligible("User Administrator", new ActivationSettings()),
            Eligible("Exchange Administrator", new ActivationSettings { RequiresTicket = true }));

        panel.Find("#reason").Input("On call");
        await panel.Find("#activate-form").SubmitAsync();

        Assert.Contains("Ticket information is required", panel.Find("#ticket-number-error").TextContent, StringComparison.Ordinal);
        Assert.Empty(await RequestsAsync());
    }

    [Fact]
    public async Task A_role_that_lasts_shorter_than_chosen_gets_its_own_longest()
    {
        var role = Eligible("Security Reader", new ActivationSettings { MaximumDuration = TimeSpan.FromHours(1) });
        var panel = Show(Eligible("User Administrator", new ActivationSettings()), role);

        panel.Find("#duration").Input("8");
        panel.Find("#reason").Input("On call");
        await panel.Find("#activate-form").SubmitAsync();

        var request = (await RequestsAsync()).Single(one => one.Role == role.Role);
        Assert.Equal(TimeSpan.FromHours(1), request.Duration);
    }

    [Fact]
    public void A_missing_second_factor_is_said_at_once_with_the_way_to_give_it()
    {
        Address.NavigateTo("/my-roles?activate=x");

        var panel = Show(Eligible("Billing Administrator", new ActivationSettings { RequiresMfa = true }));

        Assert.Equal("/sign-in/verify?returnUrl=%2Fmy-roles%3Factivate%3Dx", panel.Find("[data-testid=verify]").GetAttribute("href"));
    }

    [Fact]
    public void A_role_one_is_not_eligible_for_is_said_at_once()
    {
        var panel = Show(new RoleAt(World.AddRole("Global Administrator").Id, Scope.Tenant));

        Assert.Contains("no eligibility", panel.Find("[data-testid=blocked]").TextContent, StringComparison.Ordinal);
        Assert.True(panel.Find("[data-testid=activate-send]").HasAttribute("disabled"));
        Assert.Empty(panel.FindAll("#activate-form"));
    }

    [Fact]
    public async Task The_start_is_on_the_readers_clock()
    {
        Services.GetRequiredService<ReaderZone>().Use("Europe/Berlin");
        var panel = Show(Eligible("User Administrator", new ActivationSettings()));

        panel.Find("[data-testid=start-later]").Change(true);
        Assert.Equal("13:30", panel.Find("#start-time").GetAttribute("value"));
        panel.Find("#start").Change("2026-03-03");
        panel.Find("#start-time").Change("09:00");
        panel.Find("#reason").Input("Planned work");
        await panel.Find("#activate-form").SubmitAsync();

        Assert.Equal(new DateTimeOffset(2026, 3, 3, 8, 0, 0, TimeSpan.Zero), Assert.Single(await RequestsAsync()).Start);
    }

    [Fact]
    public async Task The_last_duration_and_reason_are_remembered()
    {
        var role = Eligible("User Administrator", new ActivationSettings());
        var first = Show(role);
        first.Find("#duration").Input("5");
        first.Find("#reason").Input("New starters");
        await first.Find("#activate-form").SubmitAsync();
        World.Clock.Advance(TimeSpan.FromDays(1));

        var panel = Show(role);

        Assert.Equal("5", panel.Find("#duration").GetAttribute("value"));
        await panel.Find("[data-testid=last-reason]").ClickAsync(new());
        Assert.Equal("New starters", panel.Find("#reason").GetAttribute("value"));
    }

    private RoleAt Eligible(string name, ActivationSettings settings)
    {
        var role = World.AddRole(name);
        World.Set(role.Id, settings);
        World.MakeEligible(alan, role.Id);

        return new RoleAt(role.Id, Scope.Tenant);
    }

    private IRenderedComponent<ActivatePanel> Show(params RoleAt[] roles)
    {
        var panel = Render<ActivatePanel>(p => p.Add(part => part.Roles, roles).Add(part => part.OnClose, () => closed = true));
        panel.WaitForElement("[data-testid=demands]");

        return panel;
    }

    private async Task<IReadOnlyList<ScheduleRequest>> RequestsAsync()
    {
        var page = await World.Requests.ListAsync(new RequestQuery(), new PageAsk(), Xunit.TestContext.Current.CancellationToken);

        return [.. page.Items.Select(listing => listing.Request)];
    }
}
