using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Regent.Server.Tests.Api;
using Regent.Server.Tests.Hosting;
using Regent.Storage;

namespace Regent.Server.Tests.Browser;

[Collection(nameof(BrowserTests))]
public sealed class SignedInTests(Chromium chromium)
{
    [Fact]
    public async Task Who_signs_in_sees_what_they_may_activate()
    {
        await using var server = new SampleServer();
        await using var context = await chromium.OpenAsync(server.Address);

        var page = await context.SignInAsync("alan", "/my-roles");

        await Assertions.Expect(page.TestId("row")).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task Signing_out_in_one_tab_ends_the_other()
    {
        await using var server = new SampleServer();
        await using var context = await chromium.OpenAsync(server.Address);
        var page = await context.SignInAsync("alan", "/my-roles");
        var other = await (await context.NewPageAsync()).GoAsync("/my-requests");

        await page.TestId("user-menu").ClickAsync();
        await page.TestId("sign-out").ClickAsync();

        await other.WaitForURLAsync("**/sign-in?returnUrl=%2Fmy-requests", new() { Timeout = 10_000 });
    }

    [Fact]
    public async Task Nothing_is_done_for_somebody_who_was_disabled_a_moment_ago()
    {
        await using var server = new SampleServer();
        await using var context = await chromium.OpenAsync(server.Address);
        var alan = await ApiClient.OfAsync(server, "alan");
        var id = (string)(await alan.PostAsync(ApiClient.AssignmentRequests, alan.Activation("Exchange Administrator")))["id"]!;
        var page = await context.SignInAsync("alan", $"/my-requests/{id}");
        await page.TestId("cancel-open").ClickAsync();
        await Assertions.Expect(page.TestId("cancel-request-cancel")).ToBeFocusedAsync();

        await DisableBehindTheServersBackAsync(server, "alan@regent.example");
        await page.TestId("cancel-request-do").ClickAsync();

        await page.WaitForURLAsync("**/sign-in?*");
        var ada = await ApiClient.OfAsync(server, "ada");
        Assert.Equal("PendingApproval", (string?)(await ada.GetAsync($"{ApiClient.AssignmentRequests}/{id}"))["status"]);
    }

    // As an import on the server's own machine does it: nobody tells this process of the commit.
    private static async Task DisableBehindTheServersBackAsync(SampleServer server, string name)
    {
        var factory = server.Services.GetRequiredService<IDbContextFactory<RegentDb>>();
        await using var db = await factory.CreateDbContextAsync(TestContext.Current.CancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"update principals set is_enabled = 0 where user_principal_name = {name}", TestContext.Current.CancellationToken);
    }
}
