namespace Regent.Core.Principals;

/// <summary>Names one user, group or service principal for ever.</summary>
public readonly record struct PrincipalId(Guid Value)
{
    /// <summary>A new id, ordered by the time it was made.</summary>
    public static PrincipalId At(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString("D");
}
