using Regent.Core.Targets;
using Regent.Operations.Provisioning;

namespace Regent.Portal.Parts;

/// <summary>Tells where access lands, what has arrived and what has not; the same on every page.</summary>
public static class LandedWords
{
    private const int MostDetails = 5;

    /// <summary>A line for each target an assignment gives something in, by its name, and what fails first.</summary>
    public static IReadOnlyList<LandedLine> Of(AccessProgress? progress) => progress is null
        ? []
        :
        [
            .. progress.Landed.GroupBy(one => one.Entry.Target).OrderBy(some => some.First().TargetName, StringComparer.OrdinalIgnoreCase)
                .Select(some => Line(some.Key, [.. some])).OrderBy(line => line.FailingSince is null),
        ];

    /// <summary>Where a line of the ledger stands, as a colour and a word.</summary>
    public static (Meaning Meaning, string Word) Standing(LedgerEntry entry) => entry switch
    {
        { IsFailing: true } => (Meaning.Denied, "Failing"),
        { State: LedgerState.Planned } => (Meaning.Info, "Planned"),
        { State: LedgerState.Provisioning } => (Meaning.Pending, "Provisioning"),
        { State: LedgerState.InEffect } => (Meaning.InEffect, "In effect"),
        { State: LedgerState.Ending } => (Meaning.EndingSoon, "Ending"),
        _ => (Meaning.Over, "Gone"),
    };

    private static LandedLine Line(TargetId target, IReadOnlyList<LandedAccess> all)
    {
        var name = all[0].TargetName;
        var line = all.Where(one => one.Receipt.IsOpen && one.Entry.IsFailing).MinBy(one => one.Entry.FailingSince) is { } failing
            ? new LandedLine(target, Meaning.Denied, $"Failing in {name}", At: null)
            {
                FailingSince = failing.Entry.FailingSince,
                Said = failing.Entry.LastError,
            }
            : Quiet(target, name, all);
        var things = all.Select(one => one.Entry.Holding.ToString()).Distinct().Order(StringComparer.OrdinalIgnoreCase).ToList();
        var rest = things.Count > MostDetails ? $" and {things.Count - MostDetails} more" : "";
        return line with { Details = string.Join(", ", things.Take(MostDetails)) + rest };
    }

    // The one that is not there yet counts: what holds in part is not in effect.
    private static LandedLine Quiet(TargetId target, string name, IReadOnlyList<LandedAccess> all)
    {
        var open = all.Where(one => one.Receipt.IsOpen).ToList();
        var arrived = open.Count(one => one.HasArrived);
        return open switch
        {
            [] when all.All(one => one.Receipt.IsKept) => new(target, Meaning.Info, $"Stays in {name} by another assignment", all.Max(one => one.Receipt.RevokedAt)),
            [] => new(target, Meaning.Over, $"Gone from {name}", all.Max(one => one.Receipt.GoneAt)),
            _ when open.Any(one => one.Entry.State == LedgerState.Ending) => new(target, Meaning.EndingSoon, $"Ending in {name}", At: null),
            _ when arrived == open.Count => Arrived(target, name, open),
            _ when open.All(one => one.Entry.State == LedgerState.Planned) => new(target, Meaning.Info, $"Planned in {name}", At: null),
            _ => new(target, Meaning.Pending, $"Provisioning in {name}{(arrived > 0 ? $", {arrived} of {open.Count} there" : "")}", At: null),
        };
    }

    // A target that cannot be asked took it, and that is all anybody knows.
    private static LandedLine Arrived(TargetId target, string name, IReadOnlyList<LandedAccess> open) => open.All(one => one.Receipt.ObservedAt is not null)
        ? new(target, Meaning.InEffect, $"Seen in {name}", open.Max(one => one.Receipt.ObservedAt))
        : new(target, Meaning.InEffect, $"Taken by {name}", open.Max(one => one.Receipt.ObservedAt ?? one.Receipt.WrittenAt));
}
