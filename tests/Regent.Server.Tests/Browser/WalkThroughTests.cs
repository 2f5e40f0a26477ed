using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Operations.Requests;
using Regent.Server.Tests.Api;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Browser;

/// <summary>The ways through the portal beside the main scenario, each from the ask to what comes of it.</summary>
[Collection(nameof(BrowserTests))]
public sealed class WalkThroughTests(Chromium chromium) : IAsyncLifetime
{
    private readonly SampleServer server = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Extension_Alan_asks_to_keep_what_he_was_given_and_Ada_lets_him()
    {
        await using var context = await chromium.OpenAsync(server.Address);
        await GiveAsync("Reports Reader", TimeSpan.FromDays(10));
        var page = await context.SignInAsync("alan");
        await Authenticator.SetUpAsync(page, server);
        await page.GoAsync("/my-roles");
        await Row(page, "Reports Reader").Locator("[data-testid=extend]").ClickAsync();
        await page.FillAsync("#extend-end", "2026-04-30");
        await page.FillAsync("#extend-reason", "The audit goes on until April");
        await page.KeepPictureAsync("extend-panel");
        await page.TestId("extend-send").ClickAsync();
        await Assertions.Expect(page.TestId("extend-asked")).ToBeVisibleAsync();

        await DecideAsync("Ada", "Until the audit is over");

        await page.GoAsync("/my-roles");
        await Assertions.Expect(Row(page, "Reports Reader")).ToContainTextAsync("30 Apr");
        await page.GoAsync("/mailbox");
        await Assertions.Expect(page.GetByText("Your request to extend the Reports Reader role was approved")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Renewal_what_has_ended_is_given_again_for_another_time_than_was_asked()
    {
        await using var context = await chromium.OpenAsync(server.Address);
        await GiveAsync("Reports Reader", TimeSpan.FromDays(1));
        server.Clock.Advance(TimeSpan.FromDays(1));
        var page = await context.SignInAsync("alan");
        await Authenticator.SetUpAsync(page, server);
        await page.GoAsync("/my-roles?tab=expired&show=eligible");
        await Row(page, "Reports Reader").Locator("[data-testid=renew]").ClickAsync();
        await page.FillAsync("#extend-end", "2026-12-31");
        await page.FillAsync("#extend-reason", "There is another audit");
        await page.TestId("extend-send").ClickAsync();
        await Assertions.Expect(page.TestId("extend-asked")).ToBeVisibleAsync();

        await DecideAsync("Ada", "A month is enough", end: "2026-04-03");

        await page.GoAsync("/my-roles");
        await Assertions.Expect(Row(page, "Reports Reader")).ToContainTextAsync("3 Apr");
    }

    [Fact]
    public async Task Resource_a_role_on_a_subscription_is_activated_on_one_resource_group_only()
    {
        await using var context = await chromium.OpenAsync(server.Address);
        var page = await context.SignInAsync("alan", "/my-roles?system=resources");
        await Row(page, "Contributor").Locator("[data-testid=activate]").ClickAsync();
        await page.Locator("[data-testid=scope-picker] [data-testid=unpick]").ClickAsync();
        await page.FillAsync("#scope", "rg-data");
        await page.TestId("option").Filter(new() { HasText = "rg-data" }).ClickAsync();
        await page.FillAsync("#reason", "A table is full");
        await page.TestId("activate-send").ClickAsync();
        await Assertions.Expect(page.TestId("result")).ToContainTextAsync("In effect");

        await page.GoAsync("/my-roles?system=resources&tab=active");
        await Assertions.Expect(page.TestId("row")).ToHaveCountAsync(1);
        await Assertions.Expect(Row(page, "Contributor")).ToContainTextAsync("rg-data");
        await page.GoAsync("/my-roles?system=resources");
        await Assertions.Expect(Row(page, "Contributor")).ToContainTextAsync("Web shop");
    }

    [Fact]
    public async Task Group_a_membership_is_approved_by_its_approver_and_ends()
    {
        await using var context = await chromium.OpenAsync(server.Address);
        var page = await context.SignInAsync("alan", "/my-roles?system=groups");
        await Row(page, "Member").Locator("[data-testid=activate]").ClickAsync();
        await page.FillAsync("#reason", "An index is to be rebuilt");
        await page.TestId("activate-send").ClickAsync();
        await Assertions.Expect(page.TestId("result")).ToContainTextAsync("Barbara Liskov was asked to approve");

        await using var others = await chromium.OpenAsync(server.Address);
        var barbara = await others.SignInAsync("barbara", "/approve");
        var card = barbara.TestId("case").Filter(new() { HasText = "Database operators" });
        await card.Locator("[data-testid=why]").FillAsync("Go on");
        await card.Locator("[data-testid=approve]").ClickAsync();
        await Assertions.Expect(barbara.TestId("result")).ToContainTextAsync("Approved");

        await page.GoAsync("/my-roles?system=groups&tab=active");
        await Assertions.Expect(Row(page, "Member")).ToContainTextAsync("Database operators");
        server.Clock.Advance(TimeSpan.FromHours(8));
        await using var later = await chromium.OpenAsync(server.Address);
        var after = await later.SignInAsync("alan", "/my-roles?system=groups&tab=active");
        await Assertions.Expect(after.TestId("row")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Scheduled_a_role_asked_for_tomorrow_begins_tomorrow()
    {
        await using var context = await chromium.OpenAsync(server.Address);
        var page = await context.SignInAsync("alan", $"/my-roles?activate={ApiClient.Role("User Administrator")}");
        await page.TestId("start-later").CheckAsync();
        await page.FillAsync("#start", "2026-03-03");
        await page.FillAsync("#start-time", "10:00");
        await page.FillAsync("#reason", "New starters come tomorrow");
        await page.TestId("activate-send").ClickAsync();
        await Assertions.Expect(page.TestId("result")).ToContainTextAsync("Begins");
        await page.GoAsync("/my-roles?tab=active");
        await Assertions.Expect(Row(page, "User Administrator")).ToHaveCountAsync(0);

        server.Clock.Advance(TimeSpan.FromHours(24));

        await using var later = await chromium.OpenAsync(server.Address);
        var after = await later.SignInAsync("alan", "/my-roles?tab=active");
        await Assertions.Expect(Row(after, "User Administrator")).ToContainTextAsync("Active");
    }

    [Fact]
    public async Task Extended_a_running_activation_runs_on_without_a_gap()
    {
        await using var context = await chromium.OpenAsync(server.Address);
        var page = await context.SignInAsync("alan", $"/my-roles?activate={ApiClient.Role("User Administrator")}");
        await SlideAsync(page, "Home", "30 min");
        await page.FillAsync("#reason", "New starters");
        await page.TestId("activate-send").ClickAsync();
        await Assertions.Expect(page.TestId("result")).ToContainTextAsync("In effect");
        server.Clock.Advance(TimeSpan.FromMinutes(20));
        await Eventually.TrueAsync(
            async () => (await TitlesAsync(page)).Contains("PIM: Your User Administrator role ends soon", StringComparison.Ordinal), "a word before the end");

        await page.GoAsync("/my-roles?tab=active");
        await Row(page, "User Administrator").Locator("[data-testid=extend]").ClickAsync();
        await SlideAsync(page, "End", "8 h");
        await page.KeepPictureAsync("extend-activation");
        await page.FillAsync("#reason", "More starters than thought");
        await page.TestId("activate-send").ClickAsync();
        await Assertions.Expect(page.TestId("result")).ToContainTextAsync("Extended");

        server.Clock.Advance(TimeSpan.FromHours(2));
        await page.GoAsync("/my-roles?tab=active");
        await Assertions.Expect(page.TestId("row")).ToHaveCountAsync(1);
        await Assertions.Expect(Row(page, "User Administrator")).ToContainTextAsync("Active");
        var alan = await ApiClient.OfAsync(server, "alan");
        var held = Assert.Single(await alan.ListAsync($"{ApiClient.AssignmentInstances}/{ApiClient.Own}"))!;
        Assert.Equal(("2026-03-02T09:00:00Z", "2026-03-02T17:20:00Z"), ((string?)held["startDateTime"], (string?)held["endDateTime"]));
    }

    // A key that is pressed before the panel is open goes nowhere.
    private static async Task SlideAsync(IPage page, string key, string length)
    {
        await Assertions.Expect(page.Locator("#duration")).ToBeVisibleAsync();
        await page.Locator("#duration").PressAsync(key);
        await Assertions.Expect(page.TestId("duration-value").Locator("strong")).ToHaveTextAsync(length);
    }

    private static ILocator Row(IPage page, string role) => page.TestId("row").Filter(new() { HasText = role });

    private static async Task<string> TitlesAsync(IPage page)
    {
        await page.GoAsync("/mailbox");
        return string.Join('\n', await page.TestId("mail").AllTextContentsAsync());
    }

    private async Task DecideAsync(string who, string why, string? end = null)
    {
        await using var context = await chromium.OpenAsync(server.Address);
        var page = await context.SignInAsync(who.ToLowerInvariant());
        await page.GoAsync("/extensions");
        var card = page.TestId("extension").First;
        await page.KeepPictureAsync("extension-requests");
        if (end is not null)
        {
            await card.Locator("input[type=date]").FillAsync(end);
        }

        await card.Locator("[data-testid=why]").FillAsync(why);
        await card.Locator("[data-testid=approve]").ClickAsync();
        await Assertions.Expect(page.TestId("done")).ToContainTextAsync("You approved the request of Alan Turing");
    }

    private async Task GiveAsync(string role, TimeSpan length)
    {
        var (ada, alan) = (await server.PersonAsync("ada"), await server.PersonAsync("alan"));
        var ask = new AssignmentAsk(ScheduleKind.Eligibility, alan.Id, new RoleDefinitionId(new Guid(ApiClient.Role(role))), Scope.Tenant)
        {
            Expiration = new Expiration.AfterDuration(length),
            Justification = "For the audit",
        };
        Assert.IsType<Outcome<ScheduleRequest>.Done>(
            await server.Services.GetRequiredService<AssignRole>().ExecuteAsync(new Caller(ada.Id, MfaAt: null), ask, Ct));
    }
}
