namespace Regent.Core.Roles;

/// <summary>Names one role definition for ever; for built-in roles the template id of the reference.</summary>
public readonly record struct RoleDefinitionId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
