namespace Regent.Core.Alerts;

/// <summary>How much a scan found.</summary>
/// <param name="Count">How many incidents.</param>
/// <param name="Newest">Since when the newest of them is one; null when there is none.</param>
public sealed record AlertCount(int Count, DateTimeOffset? Newest)
{
    public static AlertCount None { get; } = new(Count: 0, Newest: null);

    /// <summary>These incidents, counted.</summary>
    public static AlertCount Of(IReadOnlyCollection<AlertIncident> incidents) =>
        incidents.Count == 0 ? None : new AlertCount(incidents.Count, incidents.Max(incident => incident.Since));
}
