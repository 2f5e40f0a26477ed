using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Regent.Server.Tests.Browser;

/// <summary>Debian's Chromium, started once for all browser tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly ConcurrentQueue<string> strangers = new();
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
                Args =
                [
                    "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
                ],
            });
        }
    }

    /// <summary>A browser of somebody who has not been here before. It finds no other host, and that a page asked for one fails the tests.</summary>
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
        // To ask about each request beforehand would cost the cache, and with it most of the time.
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address, StringComparison.Ordinal) && new Uri(request.Url).Scheme is "http" or "https")
            {
                strangers.Enqueue(request.Url);
            }
        };
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        Assert.Empty(strangers);
    }
}
