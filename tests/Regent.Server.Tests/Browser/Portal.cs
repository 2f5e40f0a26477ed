using Microsoft.Playwright;

namespace Regent.Server.Tests.Browser;

/// <summary>What people do in the portal, in their words.</summary>
internal static class Portal
{
    /// <summary>Opens a page, signing in on the way, and waits until it is live.</summary>
    public static async Task<IPage> SignInAsync(this IBrowserContext context, string name, string path = "/")
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        await page.FillAsync("#user-name", $"{name}@regent.example");
        await page.FillAsync("#password", "Sample-Pass-1");
        await page.TestId("sign-in").ClickAsync();
        await page.WaitForURLAsync(url => !new Uri(url).AbsolutePath.StartsWith("/sign-in", StringComparison.Ordinal));
        await page.LiveAsync();
        return page;
    }

    public static async Task<IPage> GoAsync(this IPage page, string path)
    {
        await page.GotoAsync(path);
        await page.LiveAsync();
        return page;
    }

    /// <summary>Waits until the page answers to clicks, not only shows.</summary>
    public static Task LiveAsync(this IPage page) => page.WaitForFunctionAsync(
        """
        () => document.readyState === 'complete' && !document.querySelector('[data-testid=skeleton]')
            && (!document.querySelector('main.content') || document.querySelector('main[data-live]'))
        """);

    public static ILocator TestId(this IPage page, string id) => page.Locator($"[data-testid='{id}']");

    /// <summary>Keeps a picture for people to look at, where the environment names a folder for them.</summary>
    public static async Task KeepPictureAsync(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("REGENT_TEST_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png"), FullPage = false });
        }
    }
}
