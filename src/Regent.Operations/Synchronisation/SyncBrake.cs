namespace Regent.Operations.Synchronisation;

/// <summary>
/// Stops a run that would take away so much that something is wrong with the source, or with how it is read. One person, and one
/// membership, is never too much: somebody who left a small team must not keep what they have.
/// </summary>
internal static class SyncBrake
{
    private const int Hundred = 100;

    /// <summary>Why the run is stopped; null when it is not.</summary>
    public static string? Judge(SyncPlan plan, SyncFacts facts, int largestLoss)
    {
        var people = facts.KnownPeople.Count(one => one.Who.IsEnabled);
        var memberships = facts.Known.Values.Sum(one => facts.GroupsOf[one.Id].Count());
        return Words(plan.Disabled, people, "people", "would be disabled", largestLoss)
            ?? Words(plan.Left, memberships, "memberships", "would end", largestLoss);
    }

    private static string? Words(int lost, int all, string what, string how, int largestLoss) => lost > 1 && lost * Hundred > largestLoss * all
        ? $"{lost} of {all} {what} {how}, which is more than {largestLoss} of a hundred. Nothing was changed. Look at a dry run; if that is "
          + "right, run it once with --force."
        : null;
}
