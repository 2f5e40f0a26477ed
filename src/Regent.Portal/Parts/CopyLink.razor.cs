using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Regent.Portal.Parts;

/// <summary>Copies a link to this view, or to another address, for a colleague; or a text.</summary>
public sealed partial class CopyLink
{
    private bool copied;

    /// <summary>The path to copy; this page's address when null.</summary>
    [Parameter]
    public string? Href { get; set; }

    /// <summary>What to copy instead of a link.</summary>
    [Parameter]
    public string? Text { get; set; }

    /// <summary>Shows the icon only; the label is for those who do not see it.</summary>
    [Parameter]
    public bool IsSmall { get; set; }

    /// <summary>What the button says.</summary>
    [Parameter]
    public string Label { get; set; } = "Copy link";

    [Inject]
    private NavigationManager Address { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    // A new address is a new thing to copy.
    protected override void OnParametersSet() => copied = false;

    private async Task CopyAsync() =>
        copied = await Browser.InvokeAsync<bool>("regent.copy", Text ?? (Href is null ? Address.Uri : Address.ToAbsoluteUri(Href).ToString()));
}
