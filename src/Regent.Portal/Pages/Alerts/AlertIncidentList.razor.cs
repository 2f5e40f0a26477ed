using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Core.Alerts;
using Regent.Operations.Alerts;
using Regent.Operations.Ports;

namespace Regent.Portal.Pages.Alerts;

/// <summary>What an alert finds now, each to be mended where that is possible.</summary>
public sealed partial class AlertIncidentList
{
    private ListedIncident? mending;

    /// <summary>Which alert.</summary>
    [Parameter, EditorRequired]
    public Alert Of { get; set; } = default!;

    /// <summary>Whether the reader may mend what it finds.</summary>
    [Parameter]
    public bool MayManage { get; set; }

    /// <summary>Called with a sentence when something was mended.</summary>
    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    protected override object State => (nameof(AlertIncidentList), Of.Kind);

    [Inject]
    private ListIncidents Incidents { get; set; } = default!;

    protected override Task<Outcome<Page<ListedIncident>>> PageAsync(PageAsk page, CancellationToken ct) =>
        Incidents.ExecuteAsync(Caller, Of.Kind, page, ct);
}
