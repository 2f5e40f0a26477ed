namespace Regent.Core.Roles;

/// <summary>Names one role definition for ever; for built-in roles the template id of the reference.</summary>
public readonly record struct RoleDefinitionId(Guid Value)
{
    /// <summary>A new id, ordered by the time it was made.</summary>
    public static RoleDefinitionId At(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString("D");
}
