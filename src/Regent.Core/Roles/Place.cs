namespace Regent.Core.Roles;

/// <summary>A scope with what lies above it: what is held there holds here too, for resources (specification, section 1.4).</summary>
/// <param name="Scope">The scope, spelt as the scope tree spells it.</param>
/// <param name="Above">The scopes it lies in, the nearest first.</param>
public sealed record Place(Scope Scope, IReadOnlyList<Scope> Above)
{
    /// <summary>The whole organisation.</summary>
    public static Place Tenant { get; } = new(Scope.Tenant, []);

    /// <summary>Of a group: whether it can hold directory roles, and so is managed by fewer people.</summary>
    public bool IsRoleAssignable { get; init; }

    /// <summary>Whether what is held at the other scope is held here: it is this one, or one above it.</summary>
    public bool IsWithin(Scope other) => Scope == other || Above.Contains(other);
}
