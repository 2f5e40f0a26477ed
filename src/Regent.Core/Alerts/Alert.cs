namespace Regent.Core.Alerts;

/// <summary>Where an alert stands. What it has found is asked anew each time; what a scan leaves is how much, and whether that is news.</summary>
/// <param name="Configuration">By what it goes.</param>
public sealed record Alert(AlertConfiguration Configuration)
{
    public AlertKind Kind => Configuration.Kind;

    public AlertDefinition Definition => Configuration.Definition;

    /// <summary>Whether something was found and nobody has dismissed it.</summary>
    public bool IsActive { get; init; }

    /// <summary>How much the last scan found.</summary>
    public int IncidentCount { get; init; }

    public DateTimeOffset? LastScannedAt { get; init; }

    /// <summary>When it was last configured, dismissed, or found more or less than before.</summary>
    public DateTimeOffset? LastModifiedAt { get; init; }

    /// <summary>When somebody dismissed what was found until then; null where nobody did.</summary>
    public DateTimeOffset? DismissedAt { get; init; }

    /// <summary>The alert before anything was looked for.</summary>
    public static Alert Default(AlertKind kind) => new(AlertConfiguration.Default(kind));

    /// <summary>The alert after a scan: what was dismissed stays so until something is found that is newer.</summary>
    public Alert Scan(AlertCount found, DateTimeOffset now)
    {
        var isNews = DismissedAt is null || found.Newest > DismissedAt;
        var next = this with
        {
            IncidentCount = found.Count,
            IsActive = found.Count > 0 && isNews,
            DismissedAt = found.Count == 0 || isNews ? null : DismissedAt,
            LastScannedAt = now,
        };
        return (next.IncidentCount, next.IsActive) == (IncidentCount, IsActive) ? next : next with { LastModifiedAt = now };
    }

    /// <summary>The alert after somebody has seen what was found and lets it be; one that is not active stays as it is.</summary>
    public Alert Dismiss(DateTimeOffset now) => IsActive ? this with { IsActive = false, DismissedAt = now, LastModifiedAt = now } : this;

    /// <summary>The alert under another configuration, by which everything is news; one that no longer looks has found nothing.</summary>
    public Alert Configure(AlertConfiguration configuration, DateTimeOffset now)
    {
        var next = this with { Configuration = configuration, DismissedAt = null, LastModifiedAt = now };
        return configuration.IsEnabled ? next : next with { IsActive = false, IncidentCount = 0 };
    }
}
