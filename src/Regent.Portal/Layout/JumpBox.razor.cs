using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Regent.Portal.Layout;

/// <summary>Ctrl+K: a few letters, Enter, there.</summary>
public sealed partial class JumpBox
{
    private IReadOnlyList<Place> found = Places.All;
    private string words = "";
    private bool open;
    private int at;

    [Inject]
    private NavigationManager Address { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private bool IsOpen => open && found.Count > 0;

    private static string OptionId(int index) => $"jump-{index}";

    private void Open() => open = true;

    private void Type(ChangeEventArgs change)
    {
        words = change.Value?.ToString() ?? "";
        found = [.. Places.All.Where(place => place.Title.Contains(words.Trim(), StringComparison.OrdinalIgnoreCase))];
        at = 0;
        open = true;
    }

    private void Key(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when found.Count > 0:
                at = (at + 1) % found.Count;
                open = true;
                break;
            case "ArrowUp" when found.Count > 0:
                at = (at + found.Count - 1) % found.Count;
                break;
            case "Enter" when IsOpen:
                Go(found[at]);
                break;
            case "Escape":
                open = false;
                break;
            default:
                break;
        }
    }

    // A click on an entry takes the focus first; closing at once would take the entry away from under it.
    private async Task CloseSoonAsync()
    {
        await Task.Delay(TimeSpan.FromMilliseconds(200), Clock);
        open = false;
    }

    private void Go(Place place)
    {
        open = false;
        words = "";
        found = Places.All;
        at = 0;
        Address.NavigateTo(place.Href);
    }
}
