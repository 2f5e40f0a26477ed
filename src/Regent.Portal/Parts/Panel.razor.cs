using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Regent.Portal.Parts;

/// <summary>Where something is done without leaving the list: from the right on a desk, the whole screen on a phone. It is open while it is rendered.</summary>
public sealed partial class Panel : IAsyncDisposable
{
    private readonly DotNetObjectReference<Panel> self;
    private ElementReference dialog;
    private bool opened;

    public Panel() => self = DotNetObjectReference.Create(this);

    /// <summary>The panel's id and test id.</summary>
    [Parameter]
    public string Id { get; set; } = "panel";

    /// <summary>What is done here, to what.</summary>
    [Parameter, EditorRequired]
    public RenderFragment Title { get; set; } = default!;

    /// <summary>The content, which scrolls.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>The buttons, which stay in sight.</summary>
    [Parameter]
    public RenderFragment? Foot { get; set; }

    /// <summary>Called by the cross, Escape and a click beside the panel; whoever shows the panel stops showing it.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    /// <summary>A selector of what takes the focus on opening; the title otherwise.</summary>
    [Parameter]
    public string? Focus { get; set; }

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    private string TitleId => $"{Id}-title";

    /// <summary>Asks whoever shows the panel to close it.</summary>
    [JSInvokable]
    public Task CloseAsync() => OnClose.InvokeAsync();

    public async ValueTask DisposeAsync()
    {
        if (opened)
        {
            try
            {
                await Browser.InvokeVoidAsync("regent.closed", Id);
            }
            catch (JSDisconnectedException)
            {
                // The browser went away and took the panel with it.
            }
        }

        self.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            opened = true;
            await Browser.InvokeVoidAsync("regent.open", dialog, self, Focus ?? $"#{TitleId}");
        }
    }
}
