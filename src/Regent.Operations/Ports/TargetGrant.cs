using Regent.Core.Targets;

namespace Regent.Operations.Ports;

/// <summary>Something an account is to have.</summary>
/// <param name="Holding">Who is to have what.</param>
/// <param name="Until">
/// The end by the ledger; null is without end. A target that can end access by itself does so a little later, so that it never cuts
/// what the ledger still covers; given again with another end, it moves.
/// </param>
public sealed record TargetGrant(Holding Holding, DateTimeOffset? Until);
