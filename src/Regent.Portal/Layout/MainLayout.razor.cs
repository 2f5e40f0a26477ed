using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using Regent.Portal.Parts;

namespace Regent.Portal.Layout;

/// <summary>The frame around every page behind sign-in: header, navigation, content.</summary>
public sealed partial class MainLayout
{
    private ErrorBoundary? boundary;

    [Inject]
    private NavigationManager Address { get; set; } = default!;

    [Inject]
    private ReaderZone Reader { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    // The document's base is "/", so a bare "#main" would lead to the dashboard.
    private string SkipLink => new Uri(Address.Uri).PathAndQuery + "#main";

    // Whether the page answers to clicks by now; one that is plain does so from the start.
    private bool IsLive => RendererInfo.IsInteractive || AssignedRenderMode is null;

    // An error belongs to the page that had it; the next page starts clean.
    protected override void OnParametersSet() => boundary?.Recover();

    // The first visit comes without the zone; the browser is asked once it is there.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            Reader.Use(await Browser.InvokeAsync<string?>("regent.zone"));
        }
    }

    private void Recover() => boundary?.Recover();
}
