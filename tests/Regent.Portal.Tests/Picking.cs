using Bunit;
using Regent.Portal.Layout;

namespace Regent.Portal.Tests;

/// <summary>Picks something in a field of names, as a person does.</summary>
internal static class Picking
{
    public static async Task PickAsync(this IRenderedComponent<Surroundings> page, string field, string words)
    {
        await page.Find($"#{field}").InputAsync(words);
        page.WaitForElement($"#{field}-list [data-testid=option]").Click();
        page.WaitForElement($"[data-testid={field}-picker] [data-testid=picked]");
    }

    /// <summary>Clicks on what is there now, whatever is drawn anew meanwhile.</summary>
    public static Task PressAsync(this IRenderedComponent<Surroundings> page, string selector, int index = 0) =>
        page.InvokeAsync(() => page.FindAll(selector)[index].ClickAsync());

    public static IEnumerable<string> Picked(this IRenderedComponent<Surroundings> page, string field) =>
        page.FindAll($"[data-testid={field}-picker] [data-testid=picked] .picked-what").Select(picked => picked.TextContent.Trim());
}
