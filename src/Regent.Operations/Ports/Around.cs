using Regent.Core.Roles;

namespace Regent.Operations.Ports;

/// <summary>What counts at a place by the scope tree: what is held there and above it, and what is held in what lies in it.</summary>
/// <param name="Place">The place.</param>
/// <param name="AndBelow">Whether what lies in it is wanted too.</param>
public sealed record Around(Place Place, bool AndBelow);
