using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Regent.Server.Tests.Api;
using Regent.Server.Tests.Hosting;
using Regent.Testing.Smtp;

namespace Regent.Server.Tests.Browser;

/// <summary>What opens over the pages, and how pages look when something is wrong, as axe judges it.</summary>
[Collection(nameof(BrowserTests))]
public sealed class PanelAccessibilityTests(Chromium chromium)
{
    private static readonly AxeRunOptions OnlyColours = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } };

    private readonly List<string> violations = [];

    [Fact]
    public async Task No_panel_of_somebody_who_asks_has_a_violation()
    {
        await using var server = new SampleServer();
        await using var context = await chromium.OpenAsync(server.Address);
        var page = await context.SignInAsync("alan", "/my-roles");
        var (exchange, user) = (ApiClient.Role("Exchange Administrator"), ApiClient.Role("User Administrator"));

        await page.GoAsync($"/my-roles?activate={exchange},{user}");
        await page.TestId("start-later").CheckAsync();
        await JudgeAsync(page, "several roles");
        await page.TestId("activate-send").ClickAsync();
        await Assertions.Expect(page.Locator("#reason[aria-invalid=true]")).ToBeVisibleAsync();
        await JudgeAsync(page, "mistakes");
        await page.TestId("start-now").CheckAsync();
        await page.FillAsync("#reason", "On call");
        await page.FillAsync("#ticket-number", "INC-1");
        await page.FillAsync("#ticket-system", "Desk");
        await page.TestId("activate-send").ClickAsync();
        await Assertions.Expect(page.TestId("result")).ToHaveCountAsync(2);
        await JudgeAsync(page, "results");
        await page.GoAsync($"/my-roles?activate={exchange}");
        await Assertions.Expect(page.TestId("blocked")).ToBeVisibleAsync();
        await JudgeAsync(page, "hopeless");

        await page.GoAsync("/");
        foreach (var opener in new[] { "active-pill", "user-menu", "jump" })
        {
            await page.TestId(opener).ClickAsync();
            await JudgeAsync(page, opener);
            await page.Keyboard.PressAsync("Escape");
        }

        await page.GoAsync("/my-requests?status=open");
        await page.TestId("story-link").First.ClickAsync();
        await page.TestId("cancel-open").ClickAsync();
        await Assertions.Expect(page.TestId("cancel-request")).ToBeVisibleAsync();
        await JudgeAsync(page, "cancel");
        await page.TestId("cancel-request-cancel").ClickAsync();
        await JudgeAsync(page, "request");
        await page.GoAsync("/mailbox");
        await page.TestId("mail").First.ClickAsync();
        await Assertions.Expect(page.TestId("letter")).ToHaveAttributeAsync("title", new Regex("."));
        // Nothing runs inside a mail, axe neither; it would wait for ever.
        await page.TestId("letter").EvaluateAsync("letter => letter.remove()");
        await JudgeAsync(page, "mail");

        Assert.Empty(violations);
    }

    [Fact]
    public async Task No_panel_of_an_administrator_has_a_violation()
    {
        await using var server = new SampleServer();
        await using var context = await chromium.OpenAsync(server.Address);
        var page = await context.SignInAsync("ada", "/approve");

        await page.TestId("approve").ClickAsync();
        await Assertions.Expect(page.Locator("textarea[aria-invalid=true]")).ToBeVisibleAsync();
        await JudgeAsync(page, "no words");
        await page.TestId("why").FillAsync("Not this week");
        await page.TestId("deny").ClickAsync();
        await Assertions.Expect(page.TestId("decide")).ToBeVisibleAsync();
        await JudgeAsync(page, "deny");
        await page.TestId("decide-do").ClickAsync();
        await Assertions.Expect(page.TestId("result")).ToBeVisibleAsync();
        await JudgeAsync(page, "denied");

        await page.GoAsync("/assignments?add=eligible");
        await page.TestId("assign-send").ClickAsync();
        await Assertions.Expect(page.Locator("#assign-role[aria-invalid=true]")).ToBeVisibleAsync();
        await page.TestId("assign-member").FillAsync("gra");
        await Assertions.Expect(page.TestId("option").First).ToBeVisibleAsync();
        await JudgeAsync(page, "assign, choosing");
        await page.Keyboard.PressAsync("Enter");
        await page.TestId("time-bound").CheckAsync();
        await page.TestId("starts-later").CheckAsync();
        await JudgeAsync(page, "assign, chosen");
        await page.GoAsync("/assignments");
        await page.GetByText("Remove", new() { Exact = false }).First.ClickAsync();
        await Assertions.Expect(page.Locator("dialog[open]")).ToBeVisibleAsync();
        await JudgeAsync(page, "remove");

        var settings = $"/role-settings/{ApiClient.Role("Exchange Administrator")}";
        await page.GoAsync(settings);
        await JudgeAsync(page, "settings");
        await page.GoAsync($"{settings}?edit=1");
        await JudgeAsync(page, "edit");
        await page.TestId("requires-mfa").CheckAsync();
        await page.TestId("review").ClickAsync();
        await Assertions.Expect(page.TestId("settings-review")).ToBeVisibleAsync();
        await JudgeAsync(page, "review");
        await page.GoAsync("/audit?kind=Sign%20in");
        await page.TestId("entry").First.ClickAsync();
        await JudgeAsync(page, "entry");

        Assert.Empty(violations);
    }

    [Fact]
    public async Task No_page_that_says_no_has_a_violation()
    {
        await using var sink = new SmtpSink();
        await using var server = new MailingServer(sink);
        await sink.StopAsync();
        var alan = await ApiClient.OfAsync(server, "alan");
        await alan.PostAsync(ApiClient.AssignmentRequests, alan.Activation("Exchange Administrator"));
        await using var context = await chromium.OpenAsync(server.Address);
        var page = await context.SignInAsync("ada");

        await Assertions.Expect(page.TestId("failing")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await JudgeAsync(page, "failing, in short");
        await page.TestId("failing-details").ClickAsync();
        await Assertions.Expect(page.TestId("failing-work")).ToBeVisibleAsync();
        await JudgeAsync(page, "failing");
        foreach (var path in new[]
        {
            "/mailbox", "/audit?until=2020-01-01", "/assignments?q=nobody", "/role-settings?q=nothing", $"/approve/{Guid.Empty}",
            $"/my-requests/{Guid.Empty}", $"/role-settings/{Guid.Empty}", "/nowhere", "/error",
        })
        {
            await page.GoAsync(path);
            await JudgeAsync(page, path);
        }

        await using var others = await chromium.OpenAsync(server.Address);
        var barbara = await others.SignInAsync("barbara", "/audit");
        await JudgeAsync(barbara, "no right");
        await barbara.GoAsync("/my-roles");
        await JudgeAsync(barbara, "nothing to activate");

        Assert.Empty(violations);
    }

    // Light and dark, on a desk and on a phone, without opening it again for each. What moves in is judged where it comes to rest.
    private async Task JudgeAsync(IPage page, string what)
    {
        foreach (var (scheme, width) in new[] { (ColorScheme.Light, 1280), (ColorScheme.Dark, 1280), (ColorScheme.Light, 390) })
        {
            await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce, ColorScheme = scheme });
            await page.SetViewportSizeAsync(width, 900);
            await page.KeepPictureAsync($"panel-{what.Replace('/', '-').Replace('?', '-')}-{scheme}-{width}");
            var found = await page.RunAxe(scheme == ColorScheme.Dark ? OnlyColours : null);
            violations.AddRange(found.Violations.Select(
                one => $"{what}, {scheme} {width}: {one.Id} {string.Join(' ', one.Nodes.Select(node => node.Html))}"));
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") is > 0 and var over)
            {
                violations.Add($"{what}: {over} px wider than a screen of {width}");
            }
        }

        await page.SetViewportSizeAsync(1280, 900);
    }
}
