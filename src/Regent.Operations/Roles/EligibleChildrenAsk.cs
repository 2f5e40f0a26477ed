using Regent.Core.Roles;

namespace Regent.Operations.Roles;

/// <summary>Which scopes below one somebody wants to see where they could activate something.</summary>
/// <param name="Scope">The scope; the tenant is above all.</param>
/// <param name="Kinds">Only scopes of these kinds; empty is all.</param>
/// <param name="AllLevels">Whether those below its children are wanted too.</param>
public sealed record EligibleChildrenAsk(Scope Scope, IReadOnlyList<ScopeKind> Kinds, bool AllLevels);
