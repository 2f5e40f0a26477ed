namespace Regent.Core.Alerts;

/// <summary>A scan or a remedy that somebody asked for, and that was carried out at once.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">When.</param>
/// <param name="Alert">Of which alert; null is all.</param>
/// <param name="Incident">What was mended; null for a scan.</param>
/// <param name="Detail">What came of it.</param>
public sealed record AlertOperation(Guid Id, DateTimeOffset At, AlertKind? Alert, Guid? Incident, string Detail)
{
    /// <summary>So long it can be asked about.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);
}
