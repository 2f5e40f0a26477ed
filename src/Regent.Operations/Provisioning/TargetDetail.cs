using Regent.Core.Targets;

namespace Regent.Operations.Provisioning;

/// <summary>All that is known of a target, but for its ledger.</summary>
/// <param name="Summary">How it stands.</param>
/// <param name="Mappings">What is mapped to it, by role.</param>
/// <param name="Drift">What was found there that Regent did not give.</param>
public sealed record TargetDetail(TargetSummary Summary, IReadOnlyList<ListedMapping> Mappings, IReadOnlyList<Drift> Drift);
