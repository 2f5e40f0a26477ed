using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Regent.Core;
using Regent.Core.Alerts;
using Regent.Operations;
using Regent.Operations.Alerts;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Alerts;

/// <summary>Asks once, then mends one thing that an alert found.</summary>
public sealed partial class AlertFixConfirm
{
    private IReadOnlyList<Refusal> refusals = [];

    /// <summary>Which alert found it.</summary>
    [Parameter, EditorRequired]
    public AlertKind Kind { get; set; }

    /// <summary>What was found.</summary>
    [Parameter, EditorRequired]
    public ListedIncident Mending { get; set; } = default!;

    /// <summary>Called when it is mended or the reader thought better of it.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    /// <summary>Called with a sentence when it is mended.</summary>
    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject]
    private RemediateIncident Remedy { get; set; } = default!;

    private async Task MendAsync()
    {
        if (Caller.From((await Authentication).User) is not { } caller)
        {
            return;
        }

        refusals = (await Remedy.ExecuteAsync(caller, Kind, Mending.Incident.Id, CancellationToken.None)).Reasons();
        if (refusals.Count == 0)
        {
            await OnDone.InvokeAsync(AlertWords.Done(Mending));
            await OnClose.InvokeAsync();
        }
    }
}
