using Microsoft.AspNetCore.Components;
using Regent.Core.Alerts;
using Regent.Operations.Alerts;

namespace Regent.Portal.Pages.Alerts;

/// <summary>Asks once, then mends one thing that an alert found.</summary>
public sealed partial class AlertFixConfirm
{
    /// <summary>Which alert found it.</summary>
    [Parameter, EditorRequired]
    public AlertKind Kind { get; set; }

    /// <summary>What was found.</summary>
    [Parameter, EditorRequired]
    public ListedIncident Mending { get; set; } = default!;

    protected override string Id => "fix-alert";

    [Inject]
    private RemediateIncident Remedy { get; set; } = default!;

    private Task MendAsync() => DoAsync(
        caller => Remedy.ExecuteAsync(caller, Kind, Mending.Incident.Id, CancellationToken.None), _ => AlertWords.Done(Mending));
}
