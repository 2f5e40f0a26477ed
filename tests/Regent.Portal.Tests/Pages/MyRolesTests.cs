using Bunit;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Portal.Pages;
using Regent.Testing;

namespace Regent.Portal.Tests.Pages;

public sealed class MyRolesTests : PortalContext
{
    private readonly Principal alan;

    public MyRolesTests()
    {
        alan = World.AddUser("Alan Turing");
        SignIn(alan);
    }

    [Fact]
    public void Eligible_roles_are_listed_with_the_group_they_come_through()
    {
        World.MakeEligible(alan, World.AddRole("User Administrator").Id);
        World.MakeEligible(World.AddGroup("On-call engineers", alan), World.AddRole("Helpdesk Administrator").Id, World.Now.AddHours(5));

        var rows = Show("/my-roles").FindAll("[data-testid=row]").Select(row => row.TextContent).ToList();

        Assert.Equal(2, rows.Count);
        Assert.Contains("On-call engineers", rows[0], StringComparison.Ordinal);
        Assert.Contains("in 5 h", rows[0], StringComparison.Ordinal);
        Assert.Contains("Permanent", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Words_and_order_come_from_the_address()
    {
        foreach (var name in new[] { "Exchange Administrator", "Exchange Recipient Administrator", "User Administrator" })
        {
            World.MakeEligible(alan, World.AddRole(name).Id);
        }

        var page = Show("/my-roles?q=exchange&sort=-role");

        Assert.Equal(
            ["Exchange Recipient Administrator", "Exchange Administrator"],
            page.FindAll("[data-testid=row] .role-name").Select(name => name.TextContent));
    }

    [Fact]
    public void Ticked_roles_are_activated_together()
    {
        var (first, second) = (World.AddRole("Exchange Administrator"), World.AddRole("User Administrator"));
        World.MakeEligible(alan, first.Id);
        World.MakeEligible(alan, second.Id);
        var page = Show("/my-roles");

        page.Find("thead input").Change(true);
        var together = page.Find("[data-testid=activate-together]").GetAttribute("href")!;
        Address.NavigateTo(together);

        page.WaitForAssertion(() => Assert.Equal("Activate 2 roles", page.Find("#activate-panel-title").TextContent.Trim()));
    }

    [Fact]
    public void A_role_that_is_pending_or_held_cannot_be_ticked()
    {
        var (pending, held) = (World.AddRole("Exchange Administrator"), World.AddRole("User Administrator"));
        World.MakeEligible(alan, pending.Id);
        World.MakeEligible(alan, held.Id);
        World.Assign(alan, held.Id);
        World.Add(Make.Pending(alan.Id, pending.Id, World.Now));

        var page = Show("/my-roles");

        Assert.Empty(page.FindAll("tbody input"));
        Assert.Single(page.FindAll("[data-testid=pending]"));
        Assert.Empty(page.FindAll("[data-testid=activate]"));
    }

    [Fact]
    public void What_somebody_else_changes_appears_without_reload()
    {
        var page = Show("/my-roles");
        Assert.Single(page.FindAll("[data-testid=empty]"));

        World.MakeEligible(alan, World.AddRole("User Administrator").Id);

        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-testid=row]")), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void An_activation_goes_when_its_time_is_up()
    {
        Activate("User Administrator", startedAgo: TimeSpan.FromHours(1), left: TimeSpan.FromMinutes(30));
        var page = Show("/my-roles?tab=active");
        Assert.Equal("30 min 0 s", page.Find("rg-countdown").TextContent);

        World.Clock.Advance(TimeSpan.FromMinutes(31));

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=row]")), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Ending_asks_once_naming_the_role_and_ends_it()
    {
        Activate("User Administrator", startedAgo: TimeSpan.FromHours(1), left: TimeSpan.FromMinutes(30));
        var page = Show("/my-roles?tab=active");

        page.Find("[data-testid=end]").Click();
        Assert.Equal("End User Administrator now?", page.Find("#end-title").TextContent);
        page.Find("[data-testid=end-do]").Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=row]")), TimeSpan.FromSeconds(5));
        Assert.Empty(page.FindAll("#end"));
    }

    [Fact]
    public void In_its_first_five_minutes_an_activation_says_from_when_it_can_be_ended()
    {
        Activate("User Administrator", startedAgo: TimeSpan.FromMinutes(2), left: TimeSpan.FromHours(1));
        var page = Show("/my-roles?tab=active");
        Assert.Contains("in 3 min", page.Find("[data-testid=end-later]").TextContent, StringComparison.Ordinal);

        World.Clock.Advance(TimeSpan.FromMinutes(3));

        page.WaitForElement("[data-testid=end]");
    }

    [Fact]
    public void Only_what_can_be_activated_again_is_offered_again()
    {
        var eligible = World.MakeEligible(alan, World.AddRole("User Administrator").Id);
        World.Add(Make.Activation(eligible, alan.Id, World.Now.AddHours(-5), World.Now.AddHours(-4)));
        World.Assign(alan, World.AddRole("Security Reader").Id, until: World.Now.AddMinutes(-5));

        var rows = Show("/my-roles?tab=expired").FindAll("[data-testid=row]");

        Assert.Equal([false, true], rows.Select(row => row.TextContent.Contains("Activate again", StringComparison.Ordinal)));
    }

    private void Activate(string name, TimeSpan startedAgo, TimeSpan left)
    {
        var eligible = World.MakeEligible(alan, World.AddRole(name).Id);
        World.Set(eligible.Role, new ActivationSettings());
        World.Add(Make.Activation(eligible, alan.Id, World.Now - startedAgo, World.Now + left));
    }

    private IRenderedComponent<MyRoles> Show(string address)
    {
        Address.NavigateTo(address);
        var page = Render<MyRoles>();
        page.WaitForState(() => page.FindAll("[data-testid=skeleton]").Count == 0);

        return page;
    }
}
