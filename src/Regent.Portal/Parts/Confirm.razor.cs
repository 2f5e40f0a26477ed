using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Regent.Portal.Parts;

/// <summary>Asks once before something that cannot simply be undone, naming what and whom. It is open while it is rendered.</summary>
public sealed partial class Confirm : IAsyncDisposable
{
    private readonly DotNetObjectReference<Confirm> self;
    private ElementReference dialog;
    private bool busy;
    private bool opened;

    public Confirm() => self = DotNetObjectReference.Create(this);

    /// <summary>The dialog's id and test id.</summary>
    [Parameter]
    public string Id { get; set; } = "confirm";

    /// <summary>The question with its names: "End Exchange Administrator for Alan Turing?"</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>What will happen then.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>The verb on the button: "End now".</summary>
    [Parameter, EditorRequired]
    public string Verb { get; set; } = "";

    /// <summary>The way out; named where "Cancel" could be taken for the act itself.</summary>
    [Parameter]
    public string Dismiss { get; set; } = "Cancel";

    /// <summary>Whether it takes something away.</summary>
    [Parameter]
    public bool Danger { get; set; } = true;

    /// <summary>Does it; the dialog stays, with its button off, until it is done.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnConfirm { get; set; }

    /// <summary>Called by Cancel, Escape and a click beside the dialog; whoever shows it stops showing it.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    private string TitleId => $"{Id}-title";

    private string TextId => $"{Id}-text";

    /// <summary>Asks whoever shows the dialog to close it.</summary>
    [JSInvokable]
    public Task CloseAsync() => busy ? Task.CompletedTask : OnClose.InvokeAsync();

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
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            opened = true;
            await Browser.InvokeVoidAsync("regent.open", dialog, self, $"[data-testid={Id}-cancel]");
        }
    }

    private async Task DoAsync()
    {
        busy = true;
        try
        {
            await OnConfirm.InvokeAsync();
        }
        finally
        {
            busy = false;
        }
    }
}
