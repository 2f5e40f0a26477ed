using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Core.Alerts;
using Regent.Operations.Alerts;
using Regent.Operations.Assignments;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Alerts;

/// <summary>What is wrong with privileged roles: each alert with how much it found, to be scanned, dismissed and set here.</summary>
public sealed partial class AlertsPage
{
    private string? done;
    private IReadOnlyList<Refusal> refusals = [];
    private bool scanning;

    /// <summary>The alert whose settings the panel shows; null while it is closed.</summary>
    [SupplyParameterFromQuery]
    private string? Settings { get; set; }

    protected override object State => nameof(AlertsPage);

    [CascadingParameter]
    private Overview? Overview { get; set; }

    [Inject]
    private ListAlerts Alerts { get; set; } = default!;

    [Inject]
    private ScanAlerts Scan { get; set; } = default!;

    [Inject]
    private DismissAlert Dismissal { get; set; } = default!;

    private bool MayManage => Overview?.Authority.MayManage == true;

    private IReadOnlyList<Alert>? Rows => Model is Outcome<IReadOnlyList<Alert>>.Done(var all) ? AlertWords.Shown(all) : null;

    private Alert? Changing => Rows?.FirstOrDefault(alert => alert.Kind.ToString() == Settings);

    private DateTimeOffset? LastScan => Rows?.Max(alert => alert.LastScannedAt);

    private string Sum => Rows?.Count(alert => alert.IsActive) switch
    {
        null or 0 => "No alert is active.",
        1 => "1 alert is active.",
        { } many => $"{many} alerts are active.",
    };

    protected override Task<Outcome<IReadOnlyList<Alert>>> LoadAsync(CancellationToken ct) => Alerts.ExecuteAsync(Caller, ct);

    private async Task ScanAsync()
    {
        scanning = true;
        try
        {
            var outcome = await Scan.ExecuteAsync(Caller, kind: null, CancellationToken.None);
            (done, refusals) = (outcome is Outcome<AlertOperation>.Done(var operation) ? operation.Detail : null, outcome.Reasons());
        }
        finally
        {
            scanning = false;
        }
    }

    private async Task DismissAsync(Alert alert)
    {
        var outcome = await Dismissal.ExecuteAsync(Caller, alert.Kind, CancellationToken.None);
        (done, refusals) = (outcome is Outcome<Alert>.Done ? "Dismissed. It comes back when something new is found." : null, outcome.Reasons());
    }

    private void Close() => Address.NavigateTo(Address.With("settings", null));
}
