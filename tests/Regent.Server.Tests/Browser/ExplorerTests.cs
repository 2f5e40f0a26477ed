using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Regent.Server.SignIn;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Browser;

/// <summary>The page on which the API can be looked at and tried.</summary>
[Collection(nameof(AxeTests))]
public sealed class ExplorerTests(Chromium chromium, SampleServer server) : IClassFixture<SampleServer>
{
    private const string Me = "/openapi#get_v1.0_me";
    private const string Activation = "/openapi#post_v1.0_roleManagement_directory_roleAssignmentScheduleRequests";

    [Fact]
    public async Task Anybody_finds_an_operation_and_tries_it_with_a_token()
    {
        await using var context = await chromium.OpenAsync(server.Address);
        var page = await OpenAsync(context, "/openapi");

        await page.TestId("find").FillAsync("get /me caller");
        await page.Locator("a.op", new() { HasText = "/v1.0/me" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Read the caller's own profile");
        await page.FillAsync("#token", await TokenAsync("alan"));
        await page.TestId("send").ClickAsync();

        await Assertions.Expect(page.Locator("#answer .status")).ToContainTextAsync("200");
        await Assertions.Expect(page.Locator("#answer .shown").First).ToContainTextAsync("alan@regent.example");
    }

    [Fact]
    public async Task A_no_is_shown_as_the_server_said_it()
    {
        await using var context = await chromium.OpenAsync(server.Address);
        var page = await OpenAsync(context, Activation);

        await page.TestId("send").ClickAsync();

        await Assertions.Expect(page.Locator("#answer .status")).ToContainTextAsync("401");
        await Assertions.Expect(page.Locator("#answer .shown").First).ToContainTextAsync("InvalidAuthenticationToken");
    }

    [Fact]
    public async Task It_asks_no_other_host()
    {
        await using var context = await chromium.OpenAsync(server.Address);
        var page = await context.NewPageAsync();
        var asked = new List<string>();
        var complaints = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        page.Console += (_, said) => complaints.AddRange(said.Type == "error" ? [said.Text] : []);

        await page.GotoAsync("/openapi");
        await page.Locator("body[data-ready]").WaitForAsync();

        Assert.All(asked, url => Assert.StartsWith(server.Address, url, StringComparison.Ordinal));
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Axe_finds_nothing()
    {
        await using var context = await chromium.OpenAsync(server.Address);
        var page = await OpenAsync(context, "/openapi");
        var axe = new Axe(page);
        await axe.JudgeAsync("openapi");
        await page.TestId("find").FillAsync("schedule requests");
        await axe.JudgeAsync("openapi-found");

        foreach (var operation in new[] { Me, Activation })
        {
            await OpenAsync(page, operation);
            await page.TestId("send").ClickAsync();
            await Assertions.Expect(page.Locator("#answer .status")).ToContainTextAsync("401");
            await page.Locator("#answer summary").ClickAsync();
            await axe.JudgeAsync(operation.Replace('#', '-'));
        }

        axe.AssertNothingFound();
    }

    private static async Task<IPage> OpenAsync(IBrowserContext context, string address) => await OpenAsync(await context.NewPageAsync(), address);

    private static async Task<IPage> OpenAsync(IPage page, string address)
    {
        await page.GotoAsync("about:blank");
        await page.GotoAsync(address);
        await page.Locator("body[data-ready]").WaitForAsync();
        return page;
    }

    private async Task<string> TokenAsync(string name) => await server.Services.GetRequiredService<AccessTokens>()
        .IssueAsync((await server.PersonAsync(name)).Id, TimeSpan.FromHours(1), server.Clock.GetUtcNow(), CancellationToken.None);
}
