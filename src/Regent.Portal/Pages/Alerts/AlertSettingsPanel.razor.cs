using Microsoft.AspNetCore.Components;
using Regent.Core.Alerts;
using Regent.Operations.Alerts;

namespace Regent.Portal.Pages.Alerts;

/// <summary>Switches an alert on and off, and sets the numbers it goes by.</summary>
public sealed partial class AlertSettingsPanel
{
    private AlertForm form = default!;

    /// <summary>The settings as they are.</summary>
    [Parameter, EditorRequired]
    public AlertConfiguration Configuration { get; set; } = default!;

    protected override string Id => "alert-settings";

    protected override bool IsComplete => form.IsComplete;

    [Inject]
    private ConfigureAlert Configuring { get; set; } = default!;

    protected override void OnInitialized() => form = new AlertForm(Configuration);

    private Task SaveAsync() => DoAsync(
        caller => Configuring.ExecuteAsync(caller, Configuration.Kind, form.Change, CancellationToken.None),
        _ => form.IsEnabled ? "Saved and scanned." : "Saved. Nothing is looked for.");
}
