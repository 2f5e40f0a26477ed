using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Regent.Portal.Parts;

/// <summary>A form that gives back what was typed when the connection was lost; its fields need names. Closing its panel forgets it.</summary>
public sealed partial class DraftForm
{
    private ElementReference form;

    /// <summary>The form's id and test id; a button outside names it in its <c>form</c>.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>What is filled in, so that one draft is not given to another form.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>Sends it.</summary>
    [Parameter]
    public EventCallback OnSubmit { get; set; }

    /// <summary>The fields.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await Browser.InvokeVoidAsync("regent.restore", form);
        }
    }
}
