using Regent.Core.Roles;

namespace Regent.Core.Assignments;

/// <summary>The places of one role system that somebody manages, or sees.</summary>
/// <param name="Scopes">These, and what lies in them.</param>
public sealed record Reach(IReadOnlyCollection<Scope> Scopes)
{
    /// <summary>No place at all.</summary>
    public static Reach Nowhere { get; } = new([]);

    /// <summary>Every place, also those that have left the scope tree.</summary>
    public static Reach Everywhere { get; } = new([]) { IsEverywhere = true, OrdinaryGroups = true, RoleAssignableGroups = true };

    public bool IsEverywhere { get; init; }

    /// <summary>Every group that cannot hold directory roles.</summary>
    public bool OrdinaryGroups { get; init; }

    /// <summary>Every group that can hold directory roles.</summary>
    public bool RoleAssignableGroups { get; init; }

    public bool IsNowhere => !IsEverywhere && !OrdinaryGroups && !RoleAssignableGroups && Scopes.Count == 0;

    /// <summary>One scope, and what lies in it.</summary>
    public static Reach At(Scope scope) => new([scope]);

    /// <summary>Whether the place is among them.</summary>
    public bool Includes(Place place) =>
        IsEverywhere || Scopes.Any(place.IsWithin)
        || (place.Scope.Kind == ScopeKind.Group && (place.IsRoleAssignable ? RoleAssignableGroups : OrdinaryGroups));
}
