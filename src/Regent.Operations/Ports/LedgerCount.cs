using Regent.Core.Targets;

namespace Regent.Operations.Ports;

/// <summary>How many lines of a target stand where.</summary>
/// <param name="Target">The target.</param>
/// <param name="State">Where they stand.</param>
/// <param name="Count">How many.</param>
/// <param name="Failing">How many of them could not be made so.</param>
/// <param name="FailingSince">Since when the one that fails longest does.</param>
public sealed record LedgerCount(TargetId Target, LedgerState State, int Count, int Failing, DateTimeOffset? FailingSince);
