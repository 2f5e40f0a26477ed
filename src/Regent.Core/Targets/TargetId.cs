namespace Regent.Core.Targets;

/// <summary>Names one target for ever.</summary>
public readonly record struct TargetId(Guid Value)
{
    /// <summary>A new id, ordered by the time it was made.</summary>
    public static TargetId At(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString("D");
}
