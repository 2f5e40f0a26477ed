namespace Regent.Core.Apps;

/// <summary>Names one registered program for ever; it is also what the program calls itself by.</summary>
public readonly record struct AppId(Guid Value)
{
    /// <summary>A new id, ordered by the time it was made.</summary>
    public static AppId At(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString("D");
}
