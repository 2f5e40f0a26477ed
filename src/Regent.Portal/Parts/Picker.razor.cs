using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace Regent.Portal.Parts;

/// <summary>A few letters, Enter, chosen: picks one or several of many, inside a <see cref="Field"/>.</summary>
/// <typeparam name="TItem">What is picked.</typeparam>
public sealed partial class Picker<TItem> : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(150);

    // A click on an entry takes the focus first; closing at once would take the entry away from under it.
    private static readonly TimeSpan ClickTime = TimeSpan.FromMilliseconds(200);

    private readonly Pause pause;
    private IReadOnlyList<TItem> found = [];
    private string words = "";
    private bool open;
    private bool looked;
    private int opened;
    private int at;

    public Picker() => pause = new Pause(LookAsync);

    /// <summary>The field it stands in.</summary>
    [Parameter, EditorRequired]
    public FieldContext Of { get; set; } = default!;

    /// <summary>What has been picked.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<TItem> Chosen { get; set; } = [];

    /// <summary>Called with all that is picked after each change.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<TItem>> ChosenChanged { get; set; }

    /// <summary>How many can be picked.</summary>
    [Parameter]
    public int Most { get; set; } = 1;

    /// <summary>Finds what matches the words; all, as far as sensible, for none.</summary>
    [Parameter, EditorRequired]
    public Func<string, Task<IReadOnlyList<TItem>>> Find { get; set; } = default!;

    /// <summary>What an item is called; tells one from another.</summary>
    [Parameter, EditorRequired]
    public Func<TItem, string> NameOf { get; set; } = default!;

    /// <summary>How an item looks.</summary>
    [Parameter, EditorRequired]
    public RenderFragment<TItem> ItemTemplate { get; set; } = default!;

    /// <summary>What can be typed.</summary>
    [Parameter]
    public string Placeholder { get; set; } = "Type a name";

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    private string ListId => $"{Of.Id}-list";

    private bool IsOpen => open && found.Count > 0;

    private string Said => open && looked ? $"{found.Count} found" : "";

    public void Dispose() => pause.Dispose();

    private string OptionId(int index) => $"{Of.Id}-option-{index}";

    private Task OpenAsync()
    {
        Open();

        return LookAsync();
    }

    private void Open()
    {
        open = true;
        opened++;
    }

    private Task TypeAsync(ChangeEventArgs change)
    {
        words = change.Value?.ToString() ?? "";
        Open();

        return pause.WaitAsync(Patience, anew: true);
    }

    private async Task LookAsync()
    {
        var asked = words;
        var all = await Find(asked.Trim());
        if (asked == words)
        {
            var taken = Chosen.Select(NameOf).ToHashSet();
            found = [.. all.Where(item => !taken.Contains(NameOf(item)))];
            looked = true;
            at = 0;
            StateHasChanged();
        }
    }

    private async Task PressAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when !open:
                await OpenAsync();
                break;
            case "ArrowDown" when found.Count > 0:
                at = (at + 1) % found.Count;
                break;
            case "ArrowUp" when found.Count > 0:
                at = (at + found.Count - 1) % found.Count;
                break;
            case "Enter" when IsOpen:
                await EnterAsync();
                break;
            case "Escape":
                open = false;
                break;
            default:
                break;
        }
    }

    // Who types and presses Enter at once means what was typed, not what was found before.
    private async Task EnterAsync()
    {
        if (pause.IsWaiting)
        {
            await LookAsync();
        }

        if (found.Count > at)
        {
            await PickAsync(found[at]);
        }
    }

    // Who came back meanwhile finds it open.
    private async Task CloseSoonAsync()
    {
        var before = opened;
        await Task.Delay(ClickTime);
        open = open && opened != before;
    }

    private async Task PickAsync(TItem item)
    {
        words = "";
        open = false;
        looked = false;
        found = [];
        await ChosenChanged.InvokeAsync([.. Chosen, item]);
        await Browser.InvokeVoidAsync("regent.focusSoon", Chosen.Count < Most ? $"#{Of.Id}" : $"[data-testid={Of.Id}-picker] [data-testid=unpick]");
    }

    private async Task RemoveAsync(TItem item)
    {
        await ChosenChanged.InvokeAsync([.. Chosen.Where(other => NameOf(other) != NameOf(item))]);
        await Browser.InvokeVoidAsync("regent.focusSoon", $"#{Of.Id}");
    }
}
