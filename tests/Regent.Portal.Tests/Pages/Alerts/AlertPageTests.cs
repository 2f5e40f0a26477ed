using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Alerts;
using Regent.Portal.Layout;
using Regent.Portal.Pages.Alerts;

namespace Regent.Portal.Tests.Pages.Alerts;

public sealed class AlertPageTests : PortalContext
{
    private readonly Principal ada;
    private readonly Principal alan;
    private readonly Schedule eligibility;

    public AlertPageTests()
    {
        foreach (var role in DirectoryRoles.BuiltIn)
        {
            World.Add(role);
        }

        (ada, alan) = (World.AddUser("Ada Lovelace"), World.AddUser("Alan Turing"));
        World.Assign(ada, DirectoryRoles.GlobalAdministrator);
        eligibility = World.MakeEligible(alan, DirectoryRoles.UserAdministrator);
        SignIn(ada);
    }

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_says_what_was_found_and_how_to_mend_it()
    {
        World.Clock.Advance(TimeSpan.FromDays(31));
        await ScanAsync();
        var page = Show("RedundantAssignment");

        Assert.Equal("Administrators are not using their privileged roles", page.Find("h1").TextContent);
        Assert.Equal(["Why it matters", "How to mend it", "How to prevent it"], page.FindAll(".why dt").Select(name => name.TextContent));
        var row = page.WaitForElement("[data-testid=row]").TextContent;
        Assert.Contains("Alan Turing", row, StringComparison.Ordinal);
        Assert.Contains("User Administrator", row, StringComparison.Ordinal);
        Assert.Contains("Never activated", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_uses_is_taken_away_after_one_question()
    {
        World.Clock.Advance(TimeSpan.FromDays(31));
        await ScanAsync();
        var page = Show("redundantassignment");

        await page.WaitForElement("[data-testid=fix]").ClickAsync(new());
        Assert.Equal("Remove Alan Turing's eligibility for User Administrator?", page.Find("#fix-alert-title").TextContent);
        await page.Find("[data-testid=fix-alert-do]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("no longer eligible", page.Find("[data-testid=done]").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("Nothing found", page.Find("[data-testid=empty]").TextContent, StringComparison.Ordinal));
        Assert.False((await World.Schedules.FindAsync(eligibility.Id, Ct))!.IsOpenAt(World.Now));
    }

    [Fact]
    public async Task A_role_is_guarded_after_one_question()
    {
        await ScanAsync();
        var page = Show("NoMfaOnRoleActivation");

        Assert.Equal($"/role-settings/{DirectoryRoles.UserAdministrator}", page.WaitForElement("[data-testid=role-link]").GetAttribute("href"));
        await page.Find("[data-testid=fix]").ClickAsync(new());
        await page.Find("[data-testid=fix-alert-do]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("demands a second factor", page.Find("[data-testid=done]").TextContent, StringComparison.Ordinal));
        Assert.True((await World.Policies.GetAsync(DirectoryRoles.UserAdministrator, Scope.Tenant, Ct)).Activation.RequiresMfa);
    }

    [Fact]
    public async Task What_cannot_be_mended_says_why()
    {
        await ScanAsync();
        var page = Show("RolesAssignedOutsidePim");

        await page.WaitForElement("[data-testid=fix]").ClickAsync(new());
        await page.Find("[data-testid=fix-alert-do]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("nobody would be left", page.Find("#fix-alert [data-testid=refused]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Readers_see_what_was_found_and_mend_nothing()
    {
        await ScanAsync();
        var edsger = World.AddUser("Edsger Dijkstra");
        World.Assign(edsger, DirectoryRoles.GlobalReader);
        SignIn(edsger);
        var page = Show("RolesAssignedOutsidePim");

        Assert.Equal(2, page.WaitForElements("[data-testid=row]").Count);
        Assert.Empty(page.FindAll("[data-testid=fix], [data-testid=scan], [data-testid=dismiss], [data-testid=settings]"));
    }

    [Theory]
    [InlineData("Nonsense")]
    [InlineData("1")]
    public void An_unknown_alert_leads_back(string name) =>
        Assert.Contains("No such alert", Show(name).Find("[data-testid=empty]").TextContent, StringComparison.Ordinal);

    private Task ScanAsync() => Services.GetRequiredService<WatchAlerts>().ExecuteAsync(Ct);

    private IRenderedComponent<Surroundings> Show(string name)
    {
        Address.NavigateTo($"/alerts/{name}");

        return Render<Surroundings>(p => p.AddChildContent<AlertPage>(alert => alert.Add(page => page.Name, name)));
    }
}
