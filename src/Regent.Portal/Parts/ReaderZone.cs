namespace Regent.Portal.Parts;

/// <summary>The time zone of the person reading, UTC until their browser has named it.</summary>
public sealed class ReaderZone
{
    /// <summary>Raised when the zone became known or changed.</summary>
    public event Action? Changed;

    /// <summary>The zone times are shown in.</summary>
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>Takes the zone a browser named; a name nobody knows is ignored.</summary>
    public void Use(string? name)
    {
        if (name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.Id != Zone.Id)
        {
            Zone = zone;
            Changed?.Invoke();
        }
    }

    /// <summary>The same instant on the reader's clock.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);
}
