using Regent.Core.Principals;
using Regent.Core.Targets;

namespace Regent.Operations.Ports;

/// <summary>Where a principal came from. It stays when the entry is gone from there, so that one that comes back is known again.</summary>
/// <param name="Source">The target it came from.</param>
/// <param name="Key">The entry's key there.</param>
/// <param name="Principal">Who it is here.</param>
public sealed record Origin(TargetId Source, string Key, PrincipalId Principal);
