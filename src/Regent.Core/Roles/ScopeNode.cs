namespace Regent.Core.Roles;

/// <summary>One scope of the organisation's tree: an administrative unit, or a management group, subscription, resource group or resource.</summary>
/// <param name="Scope">Which.</param>
/// <param name="DisplayName">Its name as people know it.</param>
/// <param name="Parent">The scope it lies in; null at the top.</param>
public sealed record ScopeNode(Scope Scope, string DisplayName, Scope? Parent)
{
    /// <summary>What it is for; null when nobody said.</summary>
    public string? Description { get; init; }
}
