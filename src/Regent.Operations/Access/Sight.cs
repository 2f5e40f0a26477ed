using Regent.Core.Assignments;
using Regent.Operations.Ports;

namespace Regent.Operations.Access;

/// <summary>What somebody sees of what counts at a place for resources.</summary>
/// <param name="Around">Only around there; null is everywhere.</param>
/// <param name="Within">Only at these places; null is all of it.</param>
public sealed record Sight(Around? Around, Reach? Within);
