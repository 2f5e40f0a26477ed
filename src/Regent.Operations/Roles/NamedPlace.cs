using Regent.Core.Roles;

namespace Regent.Operations.Roles;

/// <summary>A place somebody can choose.</summary>
/// <param name="Scope">Which.</param>
/// <param name="Name">What it is called; null for the tenant.</param>
public sealed record NamedPlace(Scope Scope, string? Name)
{
    /// <summary>What it lies in; null at the top, and outside the scope tree.</summary>
    public string? ParentName { get; init; }
}
