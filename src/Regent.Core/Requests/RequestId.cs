namespace Regent.Core.Requests;

/// <summary>Names one schedule request, and its approval, for ever.</summary>
public readonly record struct RequestId(Guid Value)
{
    /// <summary>A new id, ordered by the time it was made.</summary>
    public static RequestId At(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString("D");
}
