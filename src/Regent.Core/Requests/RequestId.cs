using Regent.Core.Policies;

namespace Regent.Core.Requests;

/// <summary>Names one schedule request, and its approval, for ever.</summary>
public readonly record struct RequestId(Guid Value)
{
    /// <summary>A new id, ordered by the time it was made.</summary>
    public static RequestId At(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>The id the asker chose; a new one where they left that to the server.</summary>
    public static RequestId For(RequestWording? wording, DateTimeOffset now) => wording?.Name is { } name ? new RequestId(name) : At(now);

    public override string ToString() => Value.ToString("D");
}
