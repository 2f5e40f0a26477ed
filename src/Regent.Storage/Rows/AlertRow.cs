using System.Text.Json;
using Regent.Core.Alerts;

namespace Regent.Storage.Rows;

/// <summary>Where an alert stands. One that nobody wrote has no row.</summary>
internal sealed class AlertRow
{
    public AlertKind Kind { get; init; }
    public bool IsEnabled { get; set; }

    /// <summary>The numbers it goes by, under their names.</summary>
    public required string Thresholds { get; set; }
    public bool IsActive { get; set; }
    public int IncidentCount { get; set; }
    public DateTimeOffset? LastScannedAt { get; set; }
    public DateTimeOffset? LastModifiedAt { get; set; }
    public DateTimeOffset? DismissedAt { get; set; }

    public static AlertRow Of(Alert alert)
    {
        var row = new AlertRow { Kind = alert.Kind, Thresholds = "" };
        row.Take(alert);
        return row;
    }

    public void Take(Alert alert)
    {
        IsEnabled = alert.Configuration.IsEnabled;
        Thresholds = JsonSerializer.Serialize(alert.Configuration.Thresholds.ToDictionary(one => one.Key.ToString(), one => one.Value));
        IsActive = alert.IsActive;
        IncidentCount = alert.IncidentCount;
        LastScannedAt = alert.LastScannedAt;
        LastModifiedAt = alert.LastModifiedAt;
        DismissedAt = alert.DismissedAt;
    }

    public Alert ToCore() => new(Configuration())
    {
        IsActive = IsActive,
        IncidentCount = IncidentCount,
        LastScannedAt = LastScannedAt,
        LastModifiedAt = LastModifiedAt,
        DismissedAt = DismissedAt,
    };

    // A number that a later version added is as by default.
    private AlertConfiguration Configuration() => JsonSerializer.Deserialize<Dictionary<AlertThreshold, int>>(Thresholds)!.Aggregate(
        AlertConfiguration.Default(Kind) with { IsEnabled = IsEnabled }, (configuration, one) => configuration.With(one.Key, one.Value));
}
