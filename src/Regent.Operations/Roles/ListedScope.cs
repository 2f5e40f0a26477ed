using Regent.Core.Roles;

namespace Regent.Operations.Roles;

/// <summary>A scope of the tree with what its parent is called; null at the top.</summary>
public sealed record ListedScope(ScopeNode Node, string? ParentName);
