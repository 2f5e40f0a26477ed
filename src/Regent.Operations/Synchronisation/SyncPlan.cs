using Regent.Core.Principals;

namespace Regent.Operations.Synchronisation;

/// <summary>What a run would change.</summary>
/// <param name="Groups">The groups that were read.</param>
/// <param name="People">The people that were read, that are gone, or whose memberships change.</param>
internal sealed record SyncPlan(IReadOnlyList<PlannedGroup> Groups, IReadOnlyList<SyncedPerson> People)
{
    /// <summary>Groups that come into groups.</summary>
    public IReadOnlyList<Membership> Nested { get; init; } = [];

    /// <summary>Groups that leave groups.</summary>
    public IReadOnlyList<Membership> Unnested { get; init; } = [];

    /// <summary>Groups that may not be in the group they are in there.</summary>
    public IReadOnlyList<ImportLine> Unfit { get; init; } = [];

    /// <summary>The people of whom something can be written.</summary>
    public IEnumerable<SyncedPerson> Accepted => People.Where(one => one.Plan.Person is not null);

    /// <summary>Whether something was refused and is to be tried again next time.</summary>
    public bool HasRefusals => Lines.Any(line => line.Outcome == ImportOutcome.Refused);

    public int Disabled => People.Count(one => one.IsDisabled);

    public int Left => Accepted.Sum(one => one.Plan.Leaves.Count) + Unnested.Count;

    /// <summary>All that does not stay as it is.</summary>
    public IReadOnlyList<ImportLine> Lines =>
    [
        .. Groups.Select(group => group.ToLine()).Concat(Unfit).Concat(People.Select(one => one.ToLine()))
            .Where(line => line.Outcome != ImportOutcome.Unchanged),
    ];
}
