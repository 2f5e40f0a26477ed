using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Browser;

/// <summary>Every page, light and dark, on a desk and on a phone, as axe judges it.</summary>
[Collection(nameof(BrowserTests))]
public sealed class AccessibilityTests(Chromium chromium, SampleServer server) : IClassFixture<SampleServer>
{
    private static readonly string[] Pages =
    [
        "/", "/my-roles", "/my-roles?tab=active", "/my-roles?tab=expired", "/my-requests", "/approve", "/assignments",
        "/assignments?tab=active", "/assignments?tab=expired", "/roles", "/roles?tab=resources", "/roles?add=1", "/role-settings", "/audit", "/my-history", "/mailbox", "/account",
    ];

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 390)]
    public async Task No_page_has_a_violation(ColorScheme scheme, int width)
    {
        await using var context = await chromium.OpenAsync(server.Address, scheme, width);
        var page = await context.SignInAsync("ada");
        var violations = new List<string>();
        foreach (var path in Pages)
        {
            await page.GoAsync(path);
            await Assertions.Expect(page.Locator("h1").First).ToBeVisibleAsync();
            await Assertions.Expect(page.TestId("skeleton")).ToHaveCountAsync(0);
            await page.KeepPictureAsync($"{path.Trim('/').Replace('?', '-')}-{scheme}-{width}");
            violations.AddRange((await page.RunAxe()).Violations.Select(found => $"{path}: {found.Id} {string.Join(' ', found.Nodes.Select(node => node.Html))}"));
        }

        Assert.Empty(violations);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Neither_has_the_explanation_on_the_activate_panel(ColorScheme scheme)
    {
        await using var context = await chromium.OpenAsync(server.Address, scheme, 390);
        var page = await context.SignInAsync("alan");
        await page.GoAsync("/my-roles");
        await page.TestId("activate").First.ClickAsync();
        await page.TestId("trace").Locator("summary").ClickAsync();
        await Assertions.Expect(page.TestId("rule-failed").First).ToBeVisibleAsync();
        await page.KeepPictureAsync($"trace-{scheme}");

        Assert.Empty((await page.RunAxe()).Violations.Select(found => $"{found.Id} {string.Join(' ', found.Nodes.Select(node => node.Html))}"));
    }
}
