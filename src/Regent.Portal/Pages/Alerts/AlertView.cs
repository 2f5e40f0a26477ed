using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Core.Alerts;
using Regent.Operations.Alerts;
using Regent.Operations.Assignments;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Alerts;

/// <summary>A page about alerts, where whoever may manage them scans, dismisses and sets them.</summary>
public abstract class AlertView : Live<Outcome<IReadOnlyList<Alert>>>
{
    /// <summary>What was done a moment ago, in a sentence.</summary>
    protected string? Done { get; private set; }

    /// <summary>Why the last thing was not done.</summary>
    protected IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    protected bool Scanning { get; private set; }

    protected IReadOnlyList<Alert>? All => (Model as Outcome<IReadOnlyList<Alert>>.Done)?.Value;

    protected bool MayManage => Overview?.Authority.MayManage == true;

    [CascadingParameter]
    private Overview? Overview { get; set; }

    [Inject]
    private ListAlerts Alerts { get; set; } = default!;

    [Inject]
    private ScanAlerts Scan { get; set; } = default!;

    [Inject]
    private DismissAlert Dismissal { get; set; } = default!;

    protected override Task<Outcome<IReadOnlyList<Alert>>> LoadAsync(CancellationToken ct) => Alerts.ExecuteAsync(Caller, ct);

    /// <summary>Says what was done elsewhere on the page; null once it was read.</summary>
    protected void Say(string? said) => Done = said;

    /// <summary>Looks for one alert now, or for all.</summary>
    protected async Task ScanAsync(AlertKind? kind)
    {
        Scanning = true;
        try
        {
            var outcome = await Scan.ExecuteAsync(Caller, kind, CancellationToken.None);
            (Done, Refusals) = (outcome is Outcome<AlertOperation>.Done(var operation) ? operation.Detail : null, outcome.Reasons());
        }
        finally
        {
            Scanning = false;
        }
    }

    protected async Task DismissAsync(Alert alert)
    {
        var outcome = await Dismissal.ExecuteAsync(Caller, alert.Kind, CancellationToken.None);
        (Done, Refusals) = (outcome is Outcome<Alert>.Done ? "Dismissed. It comes back when something new is found." : null, outcome.Reasons());
    }

    /// <summary>Closes the panel with the settings.</summary>
    protected void Close() => Address.NavigateTo(Address.With("settings", null));
}
