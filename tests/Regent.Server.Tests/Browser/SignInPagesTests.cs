using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Regent.Server.SignIn;
using Regent.Server.Tests.Hosting;
using Regent.Server.Tests.SignIn;

namespace Regent.Server.Tests.Browser;

[Collection(nameof(BrowserTests))]
public sealed class SignInPagesTests(Chromium chromium, SampleServer server) : IClassFixture<SampleServer>
{
    [Theory]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 1280)]
    public async Task Everybody_can_use_the_pages_of_sign_in(ColorScheme scheme, int width)
    {
        await using var context = await chromium.OpenAsync(server.Address, scheme, width);
        var page = await context.NewPageAsync();
        await LookAsync(page, "/sign-in");
        await page.TestId("sample-alan").ClickAsync();
        await page.FillAsync("#password", "not the password");
        await page.TestId("sign-in").ClickAsync();
        await Assertions.Expect(page.TestId("problem")).ToBeVisibleAsync();
        await LookAsync(page);

        await page.FillAsync("#password", SamplePeople.Password);
        await page.TestId("sign-in").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        await LookAsync(page, "/account");
        await LookAsync(page, "/account/authenticator");
        await page.FillAsync("#code", "000000");
        await page.FillAsync("#password", SamplePeople.Password);
        await page.TestId("finish").ClickAsync();
        await Assertions.Expect(page.Locator("#code-error")).ToContainTextAsync("not right");
        await LookAsync(page);
        await LookAsync(page, "/sign-in/verify");
    }

    [Fact]
    public async Task Everybody_can_use_the_set_up_page()
    {
        await using var empty = new SignInHost();
        empty.UseKestrel(0);
        empty.StartServer();
        await using var context = await chromium.OpenAsync(empty.ClientOptions.BaseAddress.AbsoluteUri.TrimEnd('/'));
        var page = await context.NewPageAsync();

        await LookAsync(page, "/sign-in");

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Welcome to Regent");
    }

    [Fact]
    public async Task The_keyboard_alone_signs_in()
    {
        await using var context = await chromium.OpenAsync(server.Address);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in?returnUrl=%2Faccount");

        await page.Keyboard.TypeAsync("edsger@regent.example");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(SamplePeople.Password);
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync("**/account");
    }

    private static async Task LookAsync(IPage page, string? path = null)
    {
        if (path is not null)
        {
            await page.GotoAsync(path);
        }

        var found = await page.RunAxe();
        Assert.True(
            found.Violations.Length == 0,
            $"{page.Url}: {string.Join("; ", found.Violations.Select(violation => $"{violation.Id} {violation.Nodes[0].Html}"))}");
        Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
    }
}
