using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Regent.Core;
using Regent.Core.Policies;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Operations.Policies;
using Regent.Server.Tests.Api;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Browser;

/// <summary>Activating in the portal as it goes when it does not go smoothly.</summary>
[Collection(nameof(BrowserTests))]
public sealed class ActivationTests(Chromium chromium)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_three_roles_ticked_together_the_one_that_breaks_a_rule_harms_no_other()
    {
        await using var server = new SampleServer();
        await DemandSecondFactorAsync(server, "Security Reader");
        await using var context = await chromium.OpenAsync(server.Address);
        var page = await context.SignInAsync("alan", "/my-roles");
        foreach (var role in new[] { "User Administrator", "Security Reader", "Billing Administrator" })
        {
            await page.TestId("row").Filter(new() { HasText = role }).Locator("input[type=checkbox]").CheckAsync();
        }

        await Assertions.Expect(page.TestId("actions")).ToContainTextAsync("3 selected");
        await page.TestId("activate-together").ClickAsync();
        await page.FillAsync("#reason", "New starters, and a look at their invoices");
        await page.TestId("activate-send").ClickAsync();

        await Assertions.Expect(page.TestId("result")).ToHaveCountAsync(3);
        await Assertions.Expect(Result(page, "User Administrator")).ToContainTextAsync("In effect");
        await Assertions.Expect(Result(page, "Billing Administrator")).ToContainTextAsync("Barbara Liskov was asked to approve");
        await Assertions.Expect(Result(page, "Security Reader")).ToContainTextAsync("second factor");
        var alan = await ApiClient.OfAsync(server, "alan");
        var held = Assert.Single(await alan.ListAsync($"{ApiClient.AssignmentInstances}/{ApiClient.Own}"))!;
        Assert.Equal(ApiClient.Role("User Administrator"), (string?)held["roleDefinitionId"]);
    }

    [Fact]
    public async Task What_was_typed_is_there_again_after_the_second_factor_was_given()
    {
        await using var server = new SampleServer();
        await DemandSecondFactorAsync(server, "User Administrator");
        await using var context = await chromium.OpenAsync(server.Address);
        var page = await context.SignInAsync("alan");
        var app = await Authenticator.SetUpAsync(page, server);
        server.Clock.Advance(TimeSpan.FromHours(2));

        await page.GoAsync($"/my-roles?activate={ApiClient.Role("User Administrator")}");
        await page.FillAsync("#reason", "Accounts for the new starters");
        await page.TestId("verify").ClickAsync();
        await page.FillAsync("#code", app.Code);
        await page.TestId("continue").ClickAsync();
        await page.WaitForURLAsync("**/my-roles**");
        await page.LiveAsync();

        await Assertions.Expect(page.Locator("#reason")).ToHaveValueAsync("Accounts for the new starters");
        await page.TestId("activate-send").ClickAsync();
        await Assertions.Expect(page.TestId("result")).ToContainTextAsync("In effect");
    }

    [Fact]
    public async Task The_keyboard_alone_activates_a_role_on_a_phone()
    {
        await using var server = new SampleServer();
        await using var context = await chromium.OpenAsync(server.Address, width: 390);
        var page = await context.SignInAsync("alan", "/my-roles");

        await TabToAsync(page, "[data-testid=activate]", "User Administrator");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.TestId("activate-panel")).ToBeVisibleAsync();
        await TabToAsync(page, "#duration");
        await page.Keyboard.PressAsync("Home");
        await TabToAsync(page, "#reason");
        await page.Keyboard.TypeAsync("Accounts for the new starters");
        await TabToAsync(page, "[data-testid=activate-send]");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.TestId("result")).ToContainTextAsync("In effect");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.TestId("activate-panel")).ToHaveCountAsync(0);
        var alan = await ApiClient.OfAsync(server, "alan");
        var held = Assert.Single(await alan.ListAsync($"{ApiClient.AssignmentInstances}/{ApiClient.Own}"))!;
        Assert.Equal("2026-03-02T09:30:00Z", (string?)held["endDateTime"]);
    }

    private static ILocator Result(IPage page, string role) => page.TestId("result").Filter(new() { HasText = role });

    // As far as somebody has the patience to go on pressing the key.
    private static async Task TabToAsync(IPage page, string selector, string text = "")
    {
        for (var presses = 0; presses < 60; presses++)
        {
            if (await page.EvaluateAsync<bool>(
                "([selector, text]) => document.activeElement?.matches(selector) && document.activeElement.textContent.includes(text)",
                new[] { selector, text }))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The keyboard does not get to {selector} {text}");
    }

    private static async Task DemandSecondFactorAsync(SampleServer server, string role)
    {
        var ada = new Caller((await server.PersonAsync("ada")).Id, MfaAt: null);
        var outcome = await server.Services.GetRequiredService<ChangeRoleSettings>().ExecuteAsync(
            ada,
            RolePolicy.Default(new RoleDefinitionId(new Guid(ApiClient.Role(role))), Scope.Tenant) with
            {
                Activation = new ActivationSettings { RequiresMfa = true },
            },
            Ct);
        Assert.IsType<Outcome<RolePolicy>.Done>(outcome);
    }
}
