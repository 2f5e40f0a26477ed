using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Operations.Roles;

/// <summary>One place as somebody sees it who may.</summary>
/// <param name="Scope">The scope, spelt as it is kept.</param>
/// <param name="Name">What it is called; null for the tenant.</param>
public sealed record PlaceView(Scope Scope, string? Name)
{
    /// <summary>Of a scope of the tree: how it stands there.</summary>
    public ScopeNode? Node { get; init; }

    /// <summary>Of a group: the group.</summary>
    public Principal? Group { get; init; }

    /// <summary>What it lies in, from the top, as far as the reader sees it.</summary>
    public IReadOnlyList<ScopeNode> Above { get; init; } = [];

    /// <summary>Whether the reader sees what is held there.</summary>
    public bool MayRead { get; init; }

    /// <summary>Whether the reader manages what is held there, and what lies in it.</summary>
    public bool MayManage { get; init; }
}
