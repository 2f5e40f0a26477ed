using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Regent.Server.Tests.Browser;

/// <summary>
/// Judges what a page shows: light as a whole, dark by its colours, and on a desk and a phone whether it fits; without opening it again.
/// </summary>
internal sealed class Axe(IPage page)
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    // How much wider than their place the page, what is open over it and its lists are.
    private const string Overflow =
        "() => Math.max(document.documentElement.scrollWidth - innerWidth, ...[...document.querySelectorAll('dialog[open], dialog[open] .panel-body, .listing')]"
        + ".map(one => one.scrollWidth - one.clientWidth))";

    private const string NextPicture = "() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))";

    private readonly List<string> violations = [];

    /// <summary>Fails with everything that was found.</summary>
    public void AssertNothingFound() => Assert.True(violations.Count == 0, string.Join('\n', violations));

    /// <summary>Judges what is there now; what moves in is judged where it comes to rest. What is wider than its place is a violation too.</summary>
    public async Task JudgeAsync(string what)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync(Script);
        }

        await ShowAsync(what, ColorScheme.Light, width: 1280);
        await RunAsync($"{what}, light", """{"resultTypes":["violations"],"preload":false}""");
        await FitsAsync($"{what}, on a desk");
        await ShowAsync(what, ColorScheme.Dark, width: 1280);
        await RunAsync($"{what}, dark", """{"resultTypes":["violations"],"preload":false,"runOnly":["color-contrast"]}""");
        await ShowAsync(what, ColorScheme.Light, width: 390);
        await FitsAsync($"{what}, on a phone");
        await page.SetViewportSizeAsync(1280, 900);
    }

    private async Task FitsAsync(string what)
    {
        if (await page.EvaluateAsync<int>(Overflow) is > 0 and var over)
        {
            violations.Add($"{what}: {over} px too wide");
        }
    }

    // Colours and places are those of the next picture that is drawn, so one is drawn.
    private async Task ShowAsync(string what, ColorScheme scheme, int width)
    {
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce, ColorScheme = scheme });
        await page.SetViewportSizeAsync(width, 900);
        await page.EvaluateAsync(NextPicture);
        await page.KeepPictureAsync($"{what.Trim('/').Replace('/', '-').Replace('?', '-')}-{scheme}-{width}");
    }

    // A page that is being drawn anew at this moment may have the one colour already and the other not yet; what is wrong stays wrong.
    private async Task RunAsync(string what, string options)
    {
        string[] found = [];
        for (var look = 0; look < 3; look++)
        {
            found = await page.EvaluateAsync<string[]>(
                "async options => (await axe.run(document, JSON.parse(options))).violations.map(one => `${one.id} ${one.nodes.map(node => node.html).join(' ')}`)",
                options);
            if (found.Length == 0)
            {
                return;
            }

            await page.EvaluateAsync(NextPicture);
        }

        violations.AddRange(found.Select(one => $"{what}: {one}"));
    }
}
