using Regent.Core.Roles;

namespace Regent.Operations.Ports;

/// <summary>Which part of the scope tree is wanted; it comes by display name.</summary>
/// <param name="System">Of which role system.</param>
public sealed record ScopeQuery(RoleSystem System)
{
    /// <summary>Only those right below this one.</summary>
    public Scope? ChildrenOf { get; init; }

    /// <summary>Only those at the top, of the tree or of what is <see cref="Within"/>; a <see cref="ChildrenOf"/> goes before.</summary>
    public bool OnlyTop { get; init; }

    /// <summary>Only these and what lies below them, at any depth.</summary>
    public IReadOnlyCollection<Scope>? Within { get; init; }

    /// <summary>Only those of this kind.</summary>
    public ScopeKind? Kind { get; init; }

    /// <summary>Only those of one of these kinds.</summary>
    public IReadOnlyCollection<ScopeKind>? Kinds { get; init; }

    /// <summary>Only these; null is all, empty is none.</summary>
    public IReadOnlyCollection<Scope>? Scopes { get; init; }

    /// <summary>Only with this display name.</summary>
    public TextMatch? DisplayName { get; init; }

    /// <summary>Only where the display name contains this.</summary>
    public string? NamePart { get; init; }

    public bool Descending { get; init; }

    /// <summary>Only where the name or the path contains this; null or empty is all.</summary>
    public string? Search { get; init; }
}
