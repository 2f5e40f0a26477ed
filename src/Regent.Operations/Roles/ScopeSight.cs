using Regent.Core.Assignments;

namespace Regent.Operations.Roles;

/// <summary>What somebody sees of the scope tree.</summary>
/// <param name="Authority">What they may do in Regent itself.</param>
/// <param name="Seen">The scopes they see.</param>
public sealed record ScopeSight(Authority Authority, Reach Seen);
