using Regent.Core.Roles;

namespace Regent.Operations.Policies;

/// <summary>A group or a scope of the tree at which roles have settings of their own.</summary>
/// <param name="Scope">Which.</param>
/// <param name="Name">Its name as people know it.</param>
public sealed record NamedPlace(Scope Scope, string Name);
