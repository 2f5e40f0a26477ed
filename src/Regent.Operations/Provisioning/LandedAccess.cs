using Regent.Core.Targets;

namespace Regent.Operations.Provisioning;

/// <summary>One thing an assignment gives in a target.</summary>
/// <param name="TargetName">What the target is called.</param>
/// <param name="Entry">The line of the ledger.</param>
/// <param name="Receipt">What was done and seen for this assignment.</param>
public sealed record LandedAccess(string TargetName, LedgerEntry Entry, Receipt Receipt)
{
    /// <summary>Whether it was seen there, or taken by a target that cannot be asked.</summary>
    public bool HasArrived => Receipt.ObservedAt is not null || (Receipt.WrittenAt is not null && Entry.State == LedgerState.InEffect);
}
