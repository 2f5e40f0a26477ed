using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Operations.Policies;
using Regent.Portal.Layout;
using Regent.Portal.Pages.Settings;

namespace Regent.Portal.Tests.Pages.Settings;

public sealed class RoleSettingsPageTests : PortalContext
{
    private readonly Principal grace;
    private readonly Principal ada;
    private readonly RoleDefinition role;

    public RoleSettingsPageTests()
    {
        grace = World.AddUser("Grace Hopper");
        ada = World.AddUser("Ada Lovelace");
        role = World.AddRole("Exchange Administrator");
        World.Assign(grace, DirectoryRoles.PrivilegedRoleAdministrator);
        World.Assign(ada, DirectoryRoles.GlobalAdministrator);
        SignIn(grace);
    }

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public void Each_setting_is_one_line_with_its_value_and_the_default_where_it_differs()
    {
        World.Set(role.Id, new ActivationSettings { RequiresTicket = true, MaximumDuration = TimeSpan.FromHours(2) });

        var lines = Show().FindAll("[data-testid=setting]");
        string[] values = [.. lines.Select(line => line.QuerySelector(".line-value")!.TextContent)];
        string?[] defaults = [.. lines.Select(line => line.QuerySelector(".line-default")?.TextContent)];

        Assert.Equal(["2 h", "No further proof", "Yes", "Yes", "No", "None needed"], values);
        Assert.Equal(["default: 8 h", null, null, "default: No", null, null], defaults);
    }

    [Fact]
    public async Task The_difference_is_shown_before_it_is_saved()
    {
        var page = Show("?edit=1");

        page.Find("#maximum").Input("3");
        page.Find("[data-testid=proof-mfa]").Change(true);
        await page.Find("#settings-form").SubmitAsync();
        var changes = page.FindAll("[data-testid=change]").Select(change => Plain(change.TextContent)).ToList();
        Assert.Equal(["Activation maximum duration 8 h 1 h 30 min", "On activation, require No further proof A second factor"], changes);
        Assert.Equal(0, (await PolicyAsync()).Version);
        await page.Find("[data-testid=save]").ClickAsync();

        page.WaitForElement("[data-testid=saved]");
        var policy = await PolicyAsync();
        Assert.Equal((1, TimeSpan.FromHours(1.5), true), (policy.Version, policy.Activation.MaximumDuration, policy.Activation.RequiresMfa));
        Assert.Equal($"/role-settings/{role.Id}", Here);
    }

    [Fact]
    public async Task What_was_typed_is_forgotten_once_it_was_saved_or_dropped()
    {
        var page = Show("?edit=1");
        page.Find("#maximum").Input("3");
        await page.Find("[data-testid=cancel-edit]").ClickAsync();

        Assert.Equal($"settings:{role.Id}", Assert.Single(JSInterop.Invocations["regent.forget"]).Arguments[0]);
        page.WaitForAssertion(() => Assert.Equal("8 h", page.Find(".line-value").TextContent));
    }

    [Fact]
    public void Where_nobody_is_named_the_page_says_who_decides_then()
    {
        World.Set(role.Id, new ActivationSettings { RequiresApproval = true });

        var page = Show("?edit=1");

        Assert.Contains("Nobody is named. Those who actively hold Global Administrator", page.Find("#approvers-hint").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_would_leave_nobody_to_approve_is_refused_beside_the_approvers()
    {
        var gone = World.Add(World.AddUser("Long Gone") with { IsEnabled = false });
        World.Set(role.Id, new ActivationSettings { RequiresTicket = true, Approvers = [gone.Id] });
        var page = Show("?edit=1");

        page.Find("[data-testid=requires-approval]").Change(true);
        await page.Find("#settings-form").SubmitAsync();
        await page.Find("[data-testid=save]").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("Nobody could approve", page.Find("#approvers-error").TextContent, StringComparison.Ordinal));
        Assert.False((await PolicyAsync()).Activation.RequiresApproval);
    }

    [Fact]
    public async Task When_somebody_else_saved_first_what_was_filled_in_is_kept_and_can_go_on()
    {
        var page = Show("?edit=1");
        page.Find("#maximum").Input("4");

        var theirs = new ActivationSettings { RequiresTicket = true };
        await Services.GetRequiredService<ChangeRoleSettings>().ExecuteAsync(
            new Caller(ada.Id, null), RolePolicy.Default(role.Id, Scope.Tenant) with { Activation = theirs }, Ct);

        page.WaitForAssertion(() => Assert.Contains("Ada Lovelace changed these settings meanwhile", page.Find("[data-testid=conflict]").TextContent, StringComparison.Ordinal));
        Assert.Contains("ticket information", page.Find("[data-testid=conflict] [data-testid=change]").TextContent, StringComparison.Ordinal);
        Assert.Equal("4", page.Find("#maximum").GetAttribute("value"));
        page.Find("[data-testid=keep-mine]").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=conflict]")));
        Assert.True(page.Find("[data-testid=requires-ticket]").HasAttribute("checked"));
        await page.Find("#settings-form").SubmitAsync();
        await page.Find("[data-testid=save]").ClickAsync();

        page.WaitForElement("[data-testid=saved]");
        var policy = await PolicyAsync();
        Assert.Equal((2, TimeSpan.FromHours(2), true), (policy.Version, policy.Activation.MaximumDuration, policy.Activation.RequiresTicket));
    }

    [Fact]
    public void Readers_see_the_settings_and_no_button_to_change_them()
    {
        var edsger = World.AddUser("Edsger Dijkstra");
        World.Assign(edsger, DirectoryRoles.GlobalReader);
        SignIn(edsger);

        var page = Show("?edit=1");

        Assert.NotEmpty(page.FindAll("[data-testid=setting]"));
        Assert.Empty(page.FindAll("[data-testid=edit], #settings-form"));
    }

    [Fact]
    public void Who_may_not_read_learns_which_role_opens_the_page_and_may_activate_it()
    {
        var alan = World.AddUser("Alan Turing");
        World.Add(Testing.Make.Role("Security Reader") with { Id = DirectoryRoles.SecurityReader });
        World.MakeEligible(alan, DirectoryRoles.SecurityReader);
        SignIn(alan);

        var page = Show();

        Assert.Contains("Global Reader, Security Reader", page.Find("[data-testid=empty]").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/my-roles?activate={DirectoryRoles.SecurityReader}", page.Find("[data-testid=activate-right]").GetAttribute("href"));
        Assert.Empty(page.FindAll("[data-testid=setting]"));
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private IRenderedComponent<Surroundings> Show(string query = "")
    {
        Address.NavigateTo($"/role-settings/{role.Id}{query}");

        return Render<Surroundings>(p => p.AddChildContent<RoleSettingsPage>(page => page.Add(one => one.Id, role.Id.Value)));
    }

    private Task<RolePolicy> PolicyAsync() => World.Policies.GetAsync(role.Id, Scope.Tenant, Ct);
}
