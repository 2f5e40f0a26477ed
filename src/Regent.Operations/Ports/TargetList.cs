using Regent.Core.Targets;

namespace Regent.Operations.Ports;

/// <summary>What everybody has in a target.</summary>
/// <param name="Holdings">All of it; meaningless when there was trouble.</param>
/// <param name="Unknown">The entitlements that were asked for and that the target does not know.</param>
/// <param name="Trouble">Why the list is not complete; null when it is.</param>
public sealed record TargetList(IReadOnlyList<Holding> Holdings, IReadOnlyList<string> Unknown, TargetAnswer? Trouble)
{
    public static TargetList Failed(TargetAnswer why) => new([], [], why);
}
