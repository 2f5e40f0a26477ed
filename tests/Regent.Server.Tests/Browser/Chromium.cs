using Microsoft.Playwright;

namespace Regent.Server.Tests.Browser;

/// <summary>Debian's Chromium, started once for all browser tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Why the tests cannot run here; null when they can.</summary>
    public static string? Missing => Places.Any(File.Exists) ? null : "Chromium is not installed; ./test installs it.";

    public async ValueTask InitializeAsync()
    {
        if (Missing is null)
        {
            // A machine with much else to do is slow, not wrong.
            Assertions.SetDefaultExpectTimeout(20_000);
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = Places.First(File.Exists),
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
        }
    }

    /// <summary>A browser of somebody who has not been here before. It refuses to ask any other host for anything.</summary>
    public async Task<IBrowserContext> OpenAsync(string address, ColorScheme scheme = ColorScheme.Light, int width = 1280)
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            TimezoneId = "Europe/Berlin",
        });
        // The first pages come while everything else starts as well.
        context.SetDefaultNavigationTimeout(90_000);
        await context.RouteAsync(
            url => !url.StartsWith(address, StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal),
            route => throw new InvalidOperationException($"A page asked another host: {route.Request.Url}"));
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
