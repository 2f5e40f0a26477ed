using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Regent.Portal.Parts;

/// <summary>A form that gives back what was typed when the connection was lost; its fields need names. What was sent or closed is forgotten.</summary>
public sealed partial class DraftForm : IAsyncDisposable
{
    private ElementReference form;
    private bool shown;

    /// <summary>The form's id and test id; a button outside names it in its <c>form</c>.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>What is filled in, so that one draft is not given to another form.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>Sends it.</summary>
    [Parameter]
    public EventCallback OnSubmit { get; set; }

    /// <summary>Whether the draft stays when the form makes way: whoever shows the form forgets it then.</summary>
    [Parameter]
    public bool Outlives { get; set; }

    /// <summary>The fields.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    public async ValueTask DisposeAsync()
    {
        if (!shown || Outlives)
        {
            return;
        }

        try
        {
            await Browser.InvokeVoidAsync("regent.forget", Name);
        }
        catch (JSDisconnectedException)
        {
            // The connection was lost, and the draft is kept for the page that comes after it.
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            shown = true;
            await Browser.InvokeVoidAsync("regent.restore", form);
        }
    }
}
