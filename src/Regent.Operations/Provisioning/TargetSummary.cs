using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Operations.Provisioning;

/// <summary>How a target stands.</summary>
/// <param name="Target">The target, without its secrets.</param>
/// <param name="Driver">What is known of its kind.</param>
/// <param name="Health">How it answers.</param>
/// <param name="Counts">How many lines of its ledger stand where.</param>
/// <param name="Outside">How much somebody has there that Regent did not give and nobody has ignored.</param>
public sealed record TargetSummary(
    Target Target, TargetDriver Driver, TargetHealth Health, IReadOnlyDictionary<LedgerState, int> Counts, int Outside)
{
    /// <summary>How many lines could not be made so.</summary>
    public int Failing { get; init; }

    /// <summary>Since when the one that fails longest does; null when none does.</summary>
    public DateTimeOffset? FailingSince { get; init; }
}
