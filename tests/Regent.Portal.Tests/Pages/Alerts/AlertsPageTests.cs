using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Alerts;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Alerts;
using Regent.Portal.Layout;
using Regent.Portal.Pages;
using Regent.Portal.Pages.Alerts;

namespace Regent.Portal.Tests.Pages.Alerts;

public sealed class AlertsPageTests : PortalContext
{
    private readonly Principal ada;

    public AlertsPageTests()
    {
        foreach (var role in DirectoryRoles.BuiltIn)
        {
            World.Add(role);
        }

        ada = World.AddUser("Ada Lovelace");
        World.Assign(ada, DirectoryRoles.GlobalAdministrator);
        World.MakeEligible(World.AddUser("Alan Turing"), DirectoryRoles.UserAdministrator);
        SignIn(ada);
    }

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Active_alerts_come_first_with_how_much_they_found()
    {
        await ScanAsync();
        var page = Show();

        Assert.Equal(
            [
                "Roles are assigned outside of Privileged Identity Management 1 High Active",
                "Roles do not require multifactor authentication for activation 1 Medium Active",
            ],
            Rows(page).Take(2));
        Assert.Equal(9, Rows(page).Count);
        Assert.All(Rows(page).Skip(2), row => Assert.EndsWith("Nothing found", row, StringComparison.Ordinal));
        Assert.Contains("2 alerts are active.", page.Find("[data-testid=sum]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scanning_says_how_much_was_found()
    {
        var page = Show();
        Assert.All(Rows(page), row => Assert.EndsWith("Not scanned yet", row, StringComparison.Ordinal));

        await page.Find("[data-testid=scan]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("2 incidents were found.", page.Find("[data-testid=done]").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("Active", Rows(page)[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dismissed_alert_is_no_longer_active()
    {
        await ScanAsync();
        var page = Show();

        await page.FindAll("[data-testid=dismiss]")[0].ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains(Rows(page), row => row.EndsWith("1 High Dismissed", StringComparison.Ordinal)));
        Assert.Contains("comes back when something new is found", page.Find("[data-testid=done]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readers_see_and_change_nothing()
    {
        await ScanAsync();
        var edsger = World.AddUser("Edsger Dijkstra");
        World.Assign(edsger, DirectoryRoles.GlobalReader);
        SignIn(edsger);
        var page = Show();

        Assert.Equal(9, Rows(page).Count);
        Assert.Empty(page.FindAll("[data-testid=scan], [data-testid=dismiss], [data-testid=settings]"));
    }

    [Fact]
    public void Anybody_else_is_told_which_role_opens_it()
    {
        SignIn(World.AddUser("Barbara Liskov"));
        var page = Show();

        Assert.Contains("not open to you", page.Find("[data-testid=empty]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=row]"));
    }

    [Fact]
    public async Task Numbers_are_set_on_the_panel()
    {
        Address.NavigateTo("/alerts?settings=StaleSignIn");
        var page = Render<Surroundings>(p => p.AddChildContent<AlertsPage>());

        await page.WaitForElement("#alert-Days").InputAsync("x");
        await page.Find("#alert-form").SubmitAsync();
        Assert.Contains("whole number from 1 to 365", page.Find("#alert-Days-error").TextContent, StringComparison.Ordinal);
        await page.Find("#alert-Days").InputAsync("366");
        Assert.Contains("from 1 to 365", page.Find("#alert-Days-error").TextContent, StringComparison.Ordinal);
        await page.Find("#alert-Days").InputAsync("90");
        await page.Find("#alert-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("/alerts", Here));
        Assert.Equal(90, (await AlertAsync(AlertKind.StaleSignIn)).Configuration[AlertThreshold.Days]);
    }

    [Fact]
    public async Task An_alert_is_switched_off_on_the_panel()
    {
        Address.NavigateTo("/alerts?settings=NoMfaOnRoleActivation");
        var page = Render<Surroundings>(p => p.AddChildContent<AlertsPage>());

        await page.WaitForElement("#alert-enabled").ChangeAsync(false);
        await page.Find("#alert-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains(Rows(page), row => row.EndsWith("Switched off", StringComparison.Ordinal)));
        Assert.False((await AlertAsync(AlertKind.NoMfaOnRoleActivation)).Configuration.IsEnabled);
    }

    [Fact]
    public async Task The_dashboard_of_readers_shows_what_is_active()
    {
        await ScanAsync();
        var tile = Render<Surroundings>(p => p.AddChildContent<Dashboard>()).Find("[data-testid=tile-alerts]");

        Assert.Equal("2", tile.QuerySelector(".tile-count")!.TextContent);
        Assert.Equal(["/alerts/RolesAssignedOutsidePim", "/alerts/NoMfaOnRoleActivation"], tile.QuerySelectorAll(".row-action a").Select(link => link.GetAttribute("href")));

        SignIn(World.AddUser("Barbara Liskov"));
        Assert.Empty(Render<Surroundings>(p => p.AddChildContent<Dashboard>()).FindAll("[data-testid=tile-alerts]"));
    }

    private static List<string> Rows(IRenderedComponent<Surroundings> page) =>
    [
        .. page.FindAll("[data-testid=row]").Select(row => string.Join(
            ' ', row.QuerySelectorAll("[data-testid=alert-link], [data-testid=count], [data-testid=risk], [data-testid=status]").Select(part => part.TextContent.Trim()))),
    ];

    private Task ScanAsync() => Services.GetRequiredService<WatchAlerts>().ExecuteAsync(Ct);

    private async Task<Alert> AlertAsync(AlertKind kind) => (await World.Alerts.ListAsync(Ct)).Single(alert => alert.Kind == kind);

    private IRenderedComponent<Surroundings> Show()
    {
        Address.NavigateTo("/alerts");

        return Render<Surroundings>(p => p.AddChildContent<AlertsPage>());
    }
}
