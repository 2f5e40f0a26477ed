using Microsoft.Playwright;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Browser;

/// <summary>Every page as axe judges it.</summary>
[Collection(nameof(AxeTests))]
public sealed class AccessibilityTests(Chromium chromium, SampleServer server) : IClassFixture<SampleServer>
{
    private const string Shop = "%2Fsubscriptions%2F5a1e0000-0000-4000-8000-000000000001";
    private const string Contributor = $"/role-settings/b24988ac-6180-42a0-ab88-20f7382dd24c?scope={Shop}";

    private static readonly string[] Pages =
    [
        "/", "/my-roles", "/my-roles?tab=active", "/my-roles?tab=expired", "/my-requests", "/approve", "/extensions",
        "/assignments", "/assignments?tab=active", "/assignments?tab=expired", "/assignments?system=groups&add=eligible",
        "/assignments?system=resources&tab=active", "/resources", $"/resources?scope={Shop}", $"/resources?scope={Shop}&do=add", "/groups",
        "/administrative-units", "/roles", "/roles?tab=resources", "/roles?add=1", "/role-settings", "/role-settings?system=groups", "/role-settings?system=resources",
        $"/role-settings?system=resources&scope={Shop}&q=owner", Contributor, $"{Contributor}&tab=assignment", $"{Contributor}&tab=notifications",
        $"{Contributor}&edit=1", $"{Contributor}&edit=1&tab=assignment", $"{Contributor}&edit=1&tab=notifications",
        "/targets", "/audit", "/my-history", "/mailbox", "/account",
    ];

    [Fact]
    public async Task No_page_has_a_violation()
    {
        await using var context = await chromium.OpenAsync(server.Address);
        var page = await context.SignInAsync("ada");
        var axe = new Axe(page);
        foreach (var path in Pages)
        {
            await page.GoAsync(path);
            await Assertions.Expect(page.Locator("h1").First).ToBeVisibleAsync();
            await axe.JudgeAsync(path);
        }

        axe.AssertNothingFound();
    }

    [Fact]
    public async Task Neither_has_the_explanation_on_the_activate_panel()
    {
        await using var context = await chromium.OpenAsync(server.Address);
        var page = await context.SignInAsync("alan", "/my-roles");
        var axe = new Axe(page);
        await page.TestId("activate").First.ClickAsync();
        await page.TestId("trace").Locator("summary").ClickAsync();
        await Assertions.Expect(page.TestId("rule-failed").First).ToBeVisibleAsync();
        await axe.JudgeAsync("trace");

        axe.AssertNothingFound();
    }
}
