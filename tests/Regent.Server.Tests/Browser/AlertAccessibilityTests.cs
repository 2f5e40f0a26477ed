using Microsoft.Playwright;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Browser;

/// <summary>The pages of alerts and what opens over them, as axe judges it.</summary>
[Collection(nameof(AxeTests))]
public sealed class AlertAccessibilityTests(Chromium chromium)
{
    [Fact]
    public async Task Nothing_about_alerts_has_a_violation()
    {
        await using var server = new SampleServer();
        await using var context = await chromium.OpenAsync(server.Address);
        var page = await context.SignInAsync("ada", "/alerts");
        var axe = new Axe(page);
        await page.TestId("scan").ClickAsync();
        await Assertions.Expect(page.TestId("done")).ToBeVisibleAsync();
        await axe.JudgeAsync("alerts");
        await page.GoAsync("/");
        await Assertions.Expect(page.TestId("tile-alerts").Locator("a").Nth(1)).ToBeVisibleAsync();
        await axe.JudgeAsync("dashboard with alerts");

        await page.GoAsync("/alerts?settings=TooManyGlobalAdminsAssignedToTenant");
        await page.FillAsync("#alert-Share", "much");
        await page.TestId("alert-save").ClickAsync();
        await Assertions.Expect(page.Locator("#alert-Share[aria-invalid=true]")).ToBeVisibleAsync();
        await axe.JudgeAsync("alert settings");

        await page.GoAsync("/alerts/RolesAssignedOutsidePim");
        await axe.JudgeAsync("alert that found nothing");
        await page.GoAsync("/alerts/NoMfaOnRoleActivation");
        await axe.JudgeAsync("alert about roles");
        await page.GoAsync("/alerts/StaleSignIn");
        await page.TestId("fix").First.ClickAsync();
        await Assertions.Expect(page.TestId("fix-alert")).ToBeVisibleAsync();
        await axe.JudgeAsync("mending");
        await page.TestId("fix-alert-cancel").ClickAsync();
        await axe.JudgeAsync("alert about people");

        axe.AssertNothingFound();
    }

    [Fact]
    public async Task Neither_has_an_alert_that_is_switched_off_or_what_is_not_to_be_seen()
    {
        await using var server = new SampleServer();
        await using var context = await chromium.OpenAsync(server.Address);
        var page = await context.SignInAsync("ada", "/alerts/RedundantAssignment?settings=1");
        var axe = new Axe(page);
        await page.TestId("alert-enabled").UncheckAsync();
        await page.TestId("alert-save").ClickAsync();
        await Assertions.Expect(page.TestId("empty")).ToContainTextAsync("switched off");
        await axe.JudgeAsync("alert switched off");
        await using var other = await chromium.OpenAsync(server.Address);
        var barred = new Axe(await other.SignInAsync("barbara", "/alerts"));
        await barred.JudgeAsync("alerts not to be seen");

        axe.AssertNothingFound();
        barred.AssertNothingFound();
    }
}
