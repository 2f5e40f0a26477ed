using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Regent.Portal.Layout;

/// <summary>Going to another page puts the focus on its heading; the first page leaves it where its reader already put it.</summary>
public sealed class HeadingFocus : ComponentBase
{
    private Type? last;

    /// <summary>The page shown.</summary>
    [Parameter, EditorRequired]
    public Type Page { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var moved = last is not null && last != Page;
        last = Page;
        if (moved)
        {
            await Browser.InvokeVoidAsync("regent.heading");
        }
    }
}
