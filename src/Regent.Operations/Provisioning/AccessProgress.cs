using Regent.Core.Assignments;
using Regent.Core.Targets;

namespace Regent.Operations.Provisioning;

/// <summary>How far an assignment has got in the systems behind it.</summary>
/// <param name="Schedule">The assignment.</param>
/// <param name="Landed">Each thing it gives, by target.</param>
public sealed record AccessProgress(ScheduleId Schedule, IReadOnlyList<LandedAccess> Landed)
{
    /// <summary>Whether everything it gives was seen where it belongs.</summary>
    public bool IsSeen => Landed.All(one => one.Receipt.ObservedAt is not null);

    public bool IsFailing => Landed.Any(one => one.Entry.IsFailing && one.Receipt.IsOpen);
}

/// <summary>One thing an assignment gives in a target.</summary>
/// <param name="TargetName">What the target is called.</param>
/// <param name="Entry">The line of the ledger.</param>
/// <param name="Receipt">What was done and seen for this assignment.</param>
public sealed record LandedAccess(string TargetName, LedgerEntry Entry, Receipt Receipt);
