using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Regent.Server.Tests.Browser;

/// <summary>
/// Judges what a page shows: light as a whole, dark by its colours, and on a phone whether it fits the screen; without opening it again.
/// </summary>
internal sealed class Axe(IPage page)
{
    private static readonly AxeRunOptions OnlyColours = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } };

    private readonly List<string> violations = [];

    public IReadOnlyList<string> Violations => violations;

    /// <summary>Judges what is there now; what moves in is judged where it comes to rest. A page wider than the screen is a violation too.</summary>
    public async Task JudgeAsync(string what)
    {
        foreach (var (scheme, width) in new[] { (ColorScheme.Light, 1280), (ColorScheme.Dark, 1280), (ColorScheme.Light, 390) })
        {
            await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce, ColorScheme = scheme });
            await page.SetViewportSizeAsync(width, 900);
            await page.KeepPictureAsync($"{what.Trim('/').Replace('/', '-').Replace('?', '-')}-{scheme}-{width}");
            if (width > 390)
            {
                var found = await page.RunAxe(scheme == ColorScheme.Dark ? OnlyColours : null);
                violations.AddRange(found.Violations.Select(
                    one => $"{what}, {scheme}: {one.Id} {string.Join(' ', one.Nodes.Select(node => node.Html))}"));
            }

            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") is > 0 and var over)
            {
                violations.Add($"{what}: {over} px wider than a screen of {width}");
            }
        }

        await page.SetViewportSizeAsync(1280, 900);
    }
}
