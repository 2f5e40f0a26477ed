using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Regent.Server.Tests.Api;
using Regent.Server.Tests.Hosting;
using Regent.Testing.Smtp;

namespace Regent.Server.Tests.Browser;

/// <summary>What opens over the pages, and how pages look when something is wrong, as axe judges it.</summary>
[Collection(nameof(AxeTests))]
public sealed class PanelAccessibilityTests(Chromium chromium)
{
    [Fact]
    public async Task No_panel_of_somebody_who_asks_has_a_violation()
    {
        await using var server = new SampleServer();
        await using var context = await chromium.OpenAsync(server.Address);
        var page = await context.SignInAsync("alan", "/my-roles");
        var axe = new Axe(page);
        var (exchange, user) = (ApiClient.Role("Exchange Administrator"), ApiClient.Role("User Administrator"));

        await page.GoAsync($"/my-roles?activate={exchange},{user}");
        await page.TestId("start-later").CheckAsync();
        await axe.JudgeAsync("several roles");
        await page.TestId("activate-send").ClickAsync();
        await Assertions.Expect(page.Locator("#reason[aria-invalid=true]")).ToBeVisibleAsync();
        await axe.JudgeAsync("mistakes");
        await page.TestId("start-now").CheckAsync();
        await page.FillAsync("#reason", "On call");
        await page.FillAsync("#ticket-number", "INC-1");
        await page.FillAsync("#ticket-system", "Desk");
        await page.TestId("activate-send").ClickAsync();
        await Assertions.Expect(page.TestId("result")).ToHaveCountAsync(2);
        await axe.JudgeAsync("results");
        await page.GoAsync($"/my-roles?activate={exchange}");
        await Assertions.Expect(page.TestId("blocked")).ToBeVisibleAsync();
        await axe.JudgeAsync("hopeless");

        await page.GoAsync("/");
        foreach (var opener in new[] { "active-pill", "user-menu", "jump" })
        {
            await page.TestId(opener).ClickAsync();
            await axe.JudgeAsync(opener);
            await page.Keyboard.PressAsync("Escape");
        }

        await page.GoAsync("/my-requests?status=open");
        await page.TestId("story-link").First.ClickAsync();
        await page.TestId("cancel-open").ClickAsync();
        await Assertions.Expect(page.TestId("cancel-request")).ToBeVisibleAsync();
        await axe.JudgeAsync("cancel");
        await page.TestId("cancel-request-cancel").ClickAsync();
        await axe.JudgeAsync("request");
        await page.GoAsync("/mailbox");
        await page.TestId("mail").First.ClickAsync();
        await Assertions.Expect(page.TestId("letter")).ToHaveAttributeAsync("title", new Regex("."));
        // Nothing runs inside a mail, axe neither; it would wait for ever.
        await page.TestId("letter").EvaluateAsync("letter => letter.remove()");
        await axe.JudgeAsync("mail");

        axe.AssertNothingFound();
    }

    [Fact]
    public async Task No_panel_of_an_administrator_has_a_violation()
    {
        await using var server = new SampleServer();
        await using var context = await chromium.OpenAsync(server.Address);
        var page = await context.SignInAsync("ada", "/approve");
        var axe = new Axe(page);

        await page.TestId("approve").ClickAsync();
        await Assertions.Expect(page.Locator("textarea[aria-invalid=true]")).ToBeVisibleAsync();
        await axe.JudgeAsync("no words");
        await page.TestId("why").FillAsync("Not this week");
        await page.TestId("deny").ClickAsync();
        await Assertions.Expect(page.TestId("decide")).ToBeVisibleAsync();
        await axe.JudgeAsync("deny");
        await page.TestId("decide-do").ClickAsync();
        await Assertions.Expect(page.TestId("result")).ToBeVisibleAsync();
        await axe.JudgeAsync("denied");

        await page.GoAsync("/assignments?add=eligible");
        await page.TestId("assign-send").ClickAsync();
        await Assertions.Expect(page.Locator("#assign-role[aria-invalid=true]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#assign-role")).ToBeFocusedAsync();
        await page.TestId("assign-member").FillAsync("gra");
        await Assertions.Expect(page.TestId("option").First).ToBeVisibleAsync();
        await axe.JudgeAsync("assign, choosing");
        await page.TestId("assign-member").FillAsync("grac");
        await page.TestId("option").First.ClickAsync();
        await page.TestId("time-bound").CheckAsync();
        await page.TestId("starts-later").CheckAsync();
        await axe.JudgeAsync("assign, chosen");
        await page.GoAsync("/assignments");
        await page.GetByText("Remove", new() { Exact = false }).First.ClickAsync();
        await Assertions.Expect(page.Locator("dialog[open]")).ToBeVisibleAsync();
        await axe.JudgeAsync("remove");

        var settings = $"/role-settings/{ApiClient.Role("Exchange Administrator")}";
        await page.GoAsync(settings);
        await axe.JudgeAsync("settings");
        await page.GoAsync($"{settings}?edit=1");
        await axe.JudgeAsync("edit");
        await page.TestId("proof-mfa").CheckAsync();
        await page.TestId("review").ClickAsync();
        await Assertions.Expect(page.TestId("settings-review")).ToBeVisibleAsync();
        await axe.JudgeAsync("review");
        await page.GoAsync("/audit?kind=Sign%20in");
        await page.TestId("entry").First.ClickAsync();
        await axe.JudgeAsync("entry");

        axe.AssertNothingFound();
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
        var axe = new Axe(page);

        await Assertions.Expect(page.TestId("failing")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await axe.JudgeAsync("failing, in short");
        await page.TestId("failing-details").ClickAsync();
        await Assertions.Expect(page.TestId("failing-work")).ToBeVisibleAsync();
        await axe.JudgeAsync("failing");
        foreach (var path in new[]
        {
            "/mailbox", "/audit?until=2020-01-01", "/assignments?q=nobody", "/role-settings?q=nothing", $"/approve/{Guid.Empty}",
            $"/my-requests/{Guid.Empty}", $"/role-settings/{Guid.Empty}", "/nowhere", "/error",
        })
        {
            await page.GoAsync(path);
            await axe.JudgeAsync(path);
        }

        await using var others = await chromium.OpenAsync(server.Address);
        var barbara = await others.SignInAsync("barbara", "/audit");
        var hers = new Axe(barbara);
        await hers.JudgeAsync("no right");
        await barbara.GoAsync("/my-roles");
        await hers.JudgeAsync("nothing to activate");

        axe.AssertNothingFound();
        hers.AssertNothingFound();
    }
}
