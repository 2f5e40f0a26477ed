using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Regent.Server.Tests.Hosting;
using Regent.Testing.Smtp;

namespace Regent.Server.Tests.Browser;

/// <summary>The way back in as people walk it, on every kind of screen, as axe judges it.</summary>
[Collection(nameof(BrowserTests))]
public sealed class PasswordLinkPagesTests(Chromium chromium) : IAsyncLifetime
{
    private readonly SmtpSink sink = new();
    private MailingServer server = null!;
    private string kind = "";

    public ValueTask InitializeAsync()
    {
        server = new MailingServer(sink);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await sink.DisposeAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Everybody_can_use_the_pages_to_a_new_password(ColorScheme scheme, int width)
    {
        kind = $"{scheme}-{width}";
        await using var context = await chromium.OpenAsync(server.Address, scheme, width);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.TestId("forgotten").ClickAsync();
        await LookAsync(page, "forgotten");
        await page.FillAsync("#user-name", "katherine");
        await page.TestId("ask").ClickAsync();
        await Assertions.Expect(page.Locator("#user-name-error")).ToContainTextAsync("looks like");
        await LookAsync(page, "forgotten-wrong");
        await page.FillAsync("#user-name", "katherine@regent.example");
        await page.TestId("ask").ClickAsync();
        await Assertions.Expect(page.TestId("asked")).ToBeVisibleAsync();
        await LookAsync(page, "asked");

        var link = await Eventually.GetAsync(() => Task.FromResult(Link()), "the link arrives");
        await page.GotoAsync(link);
        await LookAsync(page, "choose");
        await page.FillAsync("#password", "katherine");
        await page.FillAsync("#repeated", "barbara");
        await page.TestId("choose").ClickAsync();
        await Assertions.Expect(page.Locator("#repeated-error")).ToContainTextAsync("not the same");
        await LookAsync(page, "choose-wrong");
        await page.FillAsync("#password", "an even longer secret");
        await page.FillAsync("#repeated", "an even longer secret");
        await page.TestId("choose").ClickAsync();
        await Assertions.Expect(page.TestId("password-set")).ToBeVisibleAsync();
        await LookAsync(page, "password-set");

        await page.FillAsync("#user-name", "katherine@regent.example");
        await page.FillAsync("#password", "an even longer secret");
        await page.TestId("sign-in").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        await page.GotoAsync(link);
        await LookAsync(page, "dead");
    }

    [Fact]
    public async Task Whoever_is_signed_in_as_somebody_else_sees_whose_link_it_is()
    {
        kind = "Light-1280";
        await using var context = await chromium.OpenAsync(server.Address);
        var page = await context.SignInAsync("barbara");
        await page.GotoAsync("/sign-in/forgotten");
        await page.FillAsync("#user-name", "katherine@regent.example");
        await page.TestId("ask").ClickAsync();

        await page.GotoAsync(await Eventually.GetAsync(() => Task.FromResult(Link()), "the link arrives"));

        await Assertions.Expect(page.TestId("somebody-else")).ToContainTextAsync("signed in as Barbara Liskov");
        await LookAsync(page, "somebody-else");
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Without_a_mail_server_the_page_says_who_can_help(ColorScheme scheme, int width)
    {
        kind = $"{scheme}-{width}";
        await using var silent = new SampleServer();
        await using var context = await chromium.OpenAsync(silent.Address, scheme, width);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await LookAsync(page, "sign-in");

        await page.TestId("forgotten").ClickAsync();

        await Assertions.Expect(page.TestId("no-mail")).ToContainTextAsync("./regent invite");
        await LookAsync(page, "no-mail");
    }

    private string? Link() => sink.To("katherine@regent.example").Select(mail => Regex.Match(mail.TextBody ?? "", @"\S+/sign-in/password\?link=\S+"))
        .Where(match => match.Success).Select(match => match.Value).LastOrDefault();

    private async Task LookAsync(IPage page, string name)
    {
        await page.KeepPictureAsync($"password-{name}-{kind}");
        var found = await page.RunAxe();
        Assert.True(
            found.Violations.Length == 0,
            $"{page.Url}: {string.Join("; ", found.Violations.Select(violation => $"{violation.Id} {violation.Nodes[0].Html}"))}");
        Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
    }
}
