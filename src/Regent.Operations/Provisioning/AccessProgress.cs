using Regent.Core.Assignments;

namespace Regent.Operations.Provisioning;

/// <summary>How far an assignment has got in the systems behind it.</summary>
/// <param name="Schedule">The assignment.</param>
/// <param name="Landed">Each thing it gives, by target.</param>
public sealed record AccessProgress(ScheduleId Schedule, IReadOnlyList<LandedAccess> Landed)
{
    /// <summary>Whether everything it gives was seen where it belongs, or taken by a target that cannot be asked.</summary>
    public bool IsSeen => Landed.All(one => one.HasArrived);

    public bool IsFailing => Landed.Any(one => one.Entry.IsFailing && one.Receipt.IsOpen);
}
