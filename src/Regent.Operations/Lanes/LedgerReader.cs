using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Lanes;

/// <summary>Asks what should be true now of lines of a target's ledger, from the assignments themselves and the directory.</summary>
public sealed class LedgerReader(ILedger ledger, IDirectory directory, LedgerReckoner reckoner)
{
    internal async Task<IReadOnlyList<LookedLine>> LookAsync(
        Target target, IReadOnlyCollection<LedgerEntryId> ids, DateTimeOffset now, CancellationToken ct)
    {
        var lines = await ledger.LinesAsync(ids, ct);
        var table = await reckoner.TableAsync(target.Id, ct);
        var people = await directory.FindManyAsync([.. lines.SelectMany(line => line.Receipts).Select(one => one.Receipt.Principal).Distinct()], ct);
        var groups = await GroupsAsync(lines, now, ct);
        return [.. lines.Select(line => Look(target, table, line, people, groups, now))];
    }

    private static LookedLine Look(
        Target target, MappingTable table, LedgerLine line, IReadOnlyDictionary<PrincipalId, Principal> people,
        IReadOnlyDictionary<PrincipalId, IReadOnlyDictionary<PrincipalId, DateTimeOffset?>> groups, DateTimeOffset now)
    {
        Landing? landing = null;
        var covers = new List<Cover>();
        foreach (var (receipt, schedule) in line.Receipts)
        {
            var softly = table.LandingOf(schedule, line.Entry.Holding.Entitlement);
            var counts = softly is not null && people.GetValueOrDefault(receipt.Principal) is { IsEnabled: true } person
                && target.AccountOf(person) == line.Entry.Holding.Account;
            landing = softly is null ? landing : landing?.And(softly) ?? softly;
            covers.Add(new Cover(receipt, counts ? Period(receipt, schedule, groups) : null));
        }

        landing ??= Landing.AtTheEnd;
        return new LookedLine(line.Entry, covers, landing, LedgerLook.At(covers, landing, now), now);
    }

    private static Period? Period(
        Receipt receipt, Schedule schedule, IReadOnlyDictionary<PrincipalId, IReadOnlyDictionary<PrincipalId, DateTimeOffset?>> groups) =>
        schedule.Principal == receipt.Principal ? schedule.Effective
        : groups[receipt.Principal].TryGetValue(schedule.Principal, out var membership) ? schedule.Until(membership).Effective
        : null;

    // Only of those who have something through a group.
    private async Task<IReadOnlyDictionary<PrincipalId, IReadOnlyDictionary<PrincipalId, DateTimeOffset?>>> GroupsAsync(
        IReadOnlyList<LedgerLine> lines, DateTimeOffset now, CancellationToken ct)
    {
        var groups = new Dictionary<PrincipalId, IReadOnlyDictionary<PrincipalId, DateTimeOffset?>>();
        foreach (var (receipt, schedule) in lines.SelectMany(line => line.Receipts))
        {
            if (schedule.Principal != receipt.Principal && !groups.ContainsKey(receipt.Principal))
            {
                groups[receipt.Principal] = await directory.GroupsOfAsync(receipt.Principal, now, ct);
            }
        }

        return groups;
    }
}
