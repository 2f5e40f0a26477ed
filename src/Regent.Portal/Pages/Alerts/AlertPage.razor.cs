using Microsoft.AspNetCore.Components;
using Regent.Core.Alerts;

namespace Regent.Portal.Pages.Alerts;

/// <summary>One alert: what it found, why that matters and how to mend it.</summary>
public sealed partial class AlertPage
{
    /// <summary>Which alert.</summary>
    [Parameter]
    public string Name { get; set; } = "";

    /// <summary>Whether the panel with the settings is open.</summary>
    [SupplyParameterFromQuery]
    private string? Settings { get; set; }

    protected override object State => Name;

    // A number is no name.
    private AlertKind? Kind => Enum.TryParse<AlertKind>(Name, ignoreCase: true, out var kind) && kind.ToString().Equals(Name, StringComparison.OrdinalIgnoreCase)
        ? kind
        : null;

    private Alert? Shown => All?.FirstOrDefault(alert => alert.Kind == Kind);
}
