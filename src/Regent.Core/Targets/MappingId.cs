namespace Regent.Core.Targets;

/// <summary>Names one mapping for ever.</summary>
public readonly record struct MappingId(Guid Value)
{
    /// <summary>A new id, ordered by the time it was made.</summary>
    public static MappingId At(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString("D");
}
