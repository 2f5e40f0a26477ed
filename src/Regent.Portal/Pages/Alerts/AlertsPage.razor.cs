using Microsoft.AspNetCore.Components;
using Regent.Core.Alerts;

namespace Regent.Portal.Pages.Alerts;

/// <summary>What is wrong with privileged roles: each alert with how much it found, to be scanned, dismissed and set here.</summary>
public sealed partial class AlertsPage
{
    /// <summary>The alert whose settings the panel shows; null while it is closed.</summary>
    [SupplyParameterFromQuery]
    private string? Settings { get; set; }

    protected override object State => nameof(AlertsPage);

    private IReadOnlyList<Alert>? Rows => All is null ? null : AlertWords.Shown(All);

    private Alert? Changing => Rows?.FirstOrDefault(alert => alert.Kind.ToString() == Settings);

    private DateTimeOffset? LastScan => Rows?.Max(alert => alert.LastScannedAt);

    private string Sum => Rows?.Count(alert => alert.IsActive) switch
    {
        null or 0 => "No alert is active.",
        1 => "1 alert is active.",
        { } many => $"{many} alerts are active.",
    };
}
