using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Core.Alerts;
using Regent.Operations.Alerts;
using Regent.Operations.Assignments;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Alerts;

/// <summary>One alert: what it found, why that matters and how to mend it.</summary>
public sealed partial class AlertPage
{
    private string? done;
    private IReadOnlyList<Refusal> refusals = [];
    private bool scanning;

    /// <summary>Which alert.</summary>
    [Parameter]
    public string Name { get; set; } = "";

    /// <summary>Whether the panel with the settings is open.</summary>
    [SupplyParameterFromQuery]
    private string? Settings { get; set; }

    protected override object State => Name;

    [CascadingParameter]
    private Overview? Overview { get; set; }

    [Inject]
    private ListAlerts Alerts { get; set; } = default!;

    [Inject]
    private ScanAlerts Scan { get; set; } = default!;

    [Inject]
    private DismissAlert Dismissal { get; set; } = default!;

    private bool MayManage => Overview?.Authority.MayManage == true;

    // A number is no name.
    private AlertKind? Kind => Enum.TryParse<AlertKind>(Name, ignoreCase: true, out var kind) && kind.ToString().Equals(Name, StringComparison.OrdinalIgnoreCase)
        ? kind
        : null;

    private Alert? Shown => Model is Outcome<IReadOnlyList<Alert>>.Done(var all) ? all.FirstOrDefault(alert => alert.Kind == Kind) : null;

    protected override Task<Outcome<IReadOnlyList<Alert>>> LoadAsync(CancellationToken ct) => Alerts.ExecuteAsync(Caller, ct);

    private async Task ScanAsync(Alert alert)
    {
        scanning = true;
        try
        {
            var outcome = await Scan.ExecuteAsync(Caller, alert.Kind, CancellationToken.None);
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
