using Bunit;
using Regent.Core.Policies;
using Regent.Core.Roles;
using Regent.Portal.Layout;
using Regent.Portal.Pages;

namespace Regent.Portal.Tests.Pages.Settings;

/// <summary>That nobody named can approve any more is told on the dashboard to those who can name somebody else.</summary>
public sealed class LapsedNoticeTests : SettingsContext
{
    [Fact]
    public void The_dashboard_of_who_manages_a_role_names_it_and_leads_to_its_settings()
    {
        var gone = World.AddUser("Grace Hopper");
        World.Set(GroupRoles.Member, OfOperators, new ActivationSettings { RequiresApproval = true, Approvers = [gone.Id] });
        var page = Dashboard();
        Assert.Empty(page.FindAll("[data-testid=lapsed]"));

        World.Add(gone with { IsEnabled = false });

        page.WaitForAssertion(() => Assert.Equal("Member · Operators", Plain(page.Find("[data-testid=lapsed-role]").TextContent)));
        Assert.Equal($"/role-settings/{GroupRoles.Member}?scope={OfOperators}", page.Find("[data-testid=lapsed-role] a").GetAttribute("href"));
        SignIn(AddOwner("Barbara Liskov"));
        Assert.NotEmpty(Dashboard().FindAll("[data-testid=lapsed]"));
        SignIn(World.AddUser("Alan Turing"));
        Assert.Empty(Dashboard().FindAll("[data-testid=lapsed]"));
    }

    private IRenderedComponent<Surroundings> Dashboard() => Render<Surroundings>(p => p.AddChildContent<Dashboard>());
}
