using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Regent.Portal.Parts;

/// <summary>A dialog that is open while it is rendered: whoever shows it stops showing it when it asks to be closed.</summary>
public abstract class OpenDialog : ComponentBase, IAsyncDisposable
{
    private readonly DotNetObjectReference<OpenDialog> self;
    private bool opened;

    protected OpenDialog() => self = DotNetObjectReference.Create(this);

    /// <summary>The dialog's id and test id.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>Called by its buttons, Escape and a click beside it.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    protected ElementReference Dialog { get; set; }

    protected string TitleId => $"{Id}-title";

    /// <summary>A selector of what takes the focus on opening.</summary>
    protected abstract string First { get; }

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    /// <summary>Asks whoever shows the dialog to close it.</summary>
    [JSInvokable]
    public virtual Task CloseAsync() => OnClose.InvokeAsync();

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
                // The browser went away and took the dialog with it.
            }
        }

        self.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            opened = true;
            await Browser.InvokeVoidAsync("regent.open", Dialog, self, First);
        }
    }
}
