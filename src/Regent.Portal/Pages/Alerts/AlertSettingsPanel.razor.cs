using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using Regent.Core;
using Regent.Core.Alerts;
using Regent.Operations;
using Regent.Operations.Alerts;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Alerts;

/// <summary>Switches an alert on and off, and sets the numbers it goes by.</summary>
public sealed partial class AlertSettingsPanel
{
    private AlertForm form = default!;
    private IReadOnlyList<Refusal> refusals = [];
    private bool tried;
    private bool sending;

    /// <summary>The settings as they are.</summary>
    [Parameter, EditorRequired]
    public AlertConfiguration Configuration { get; set; } = default!;

    /// <summary>Called when they are saved or the reader thought better of it.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    /// <summary>Called with a sentence when they are saved.</summary>
    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject]
    private ConfigureAlert Configuring { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    protected override void OnInitialized() => form = new AlertForm(Configuration);

    private async Task SaveAsync()
    {
        if (sending || Caller.From((await Authentication).User) is not { } caller)
        {
            return;
        }

        (sending, tried, refusals) = (true, true, []);
        try
        {
            if (!form.IsComplete)
            {
                await Browser.InvokeVoidAsync("regent.focusSoon", "#alert-form [aria-invalid=true]");
                return;
            }

            refusals = (await Configuring.ExecuteAsync(caller, Configuration.Kind, form.Change, CancellationToken.None)).Reasons();
            if (refusals.Count == 0)
            {
                await OnDone.InvokeAsync(form.IsEnabled ? "Saved and scanned." : "Saved. Nothing is looked for.");
                await OnClose.InvokeAsync();
            }
        }
        finally
        {
            sending = false;
        }
    }
}
