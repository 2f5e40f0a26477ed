using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Targets;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Recording;

/// <summary>Reckons from the assignments themselves who is to have what in a target, now or later.</summary>
public sealed class LedgerReckoner(ITargetStore targets, IScheduleStore schedules, IDirectory directory, Places places)
{
    /// <summary>The mappings of a target with where they lie.</summary>
    public async Task<MappingTable> TableAsync(TargetId target, CancellationToken ct) => await TableAsync(await targets.MappingsAsync(target, ct), ct);

    /// <summary>Mappings with where they lie.</summary>
    public async Task<MappingTable> TableAsync(IReadOnlyList<Mapping> mappings, CancellationToken ct) => new(
        mappings, await places.FindManyAsync([.. mappings.Select(mapping => mapping.Scope).Distinct()], ct));

    /// <summary>All that everybody is to have in a target.</summary>
    public async Task<IReadOnlyList<LedgerClaim>> AllAsync(Target target, DateTimeOffset now, CancellationToken ct)
    {
        var table = await TableAsync(target.Id, ct);
        var open = new List<Schedule>();
        foreach (var role in table.Mappings.Select(mapping => mapping.Role).Distinct())
        {
            var query = new ScheduleQuery(ScheduleKind.Assignment, ScheduleView.Open, now) { Role = role };
            await foreach (var listing in WholeList.ReadAsync(page => schedules.ListAsync(query, page, ct)))
            {
                open.Add(listing.Schedule);
            }
        }

        return await ClaimsAsync(target, table, open, now, ct);
    }

    /// <summary>All that somebody, or everybody in a group, is to have in a target.</summary>
    public async Task<IReadOnlyList<LedgerClaim>> OfHolderAsync(Target target, PrincipalId holder, DateTimeOffset now, CancellationToken ct)
    {
        var table = await TableAsync(target.Id, ct);
        var groups = (await directory.GroupsOfAsync(holder, now, ct)).Keys;
        var open = await schedules.OpenOfAsync([holder, .. groups], ScheduleKind.Assignment, role: null, now, ct);
        var people = await PeopleAsync(holder, now, ct);
        return [.. open.SelectMany(schedule => people.SelectMany(person => Claims(target, table, schedule, person, now)))];
    }

    /// <summary>What these assignments give, to each person who holds them, directly or in a group.</summary>
    public async Task<IReadOnlyList<LedgerClaim>> ClaimsAsync(
        Target target, MappingTable table, IReadOnlyList<Schedule> open, DateTimeOffset now, CancellationToken ct)
    {
        var claims = new List<LedgerClaim>();
        foreach (var held in open.Where(schedule => table.GivenBy(schedule).Any()).GroupBy(schedule => schedule.Principal))
        {
            var people = await PeopleAsync(held.Key, now, ct);
            claims.AddRange(held.SelectMany(schedule => people.SelectMany(person => Claims(target, table, schedule, person, now))));
        }

        return claims;
    }

    private static IEnumerable<LedgerClaim> Claims(Target target, MappingTable table, Schedule schedule, Principal person, DateTimeOffset now)
    {
        if (target.AccountOf(person) is not { } account)
        {
            return [];
        }

        return table.GivenBy(schedule).SelectMany(mapping => mapping.Entitlements).Distinct().Select(entitlement => new LedgerClaim(
            target.Id, new Holding(account, entitlement), schedule.Id, person.Id, schedule.IsInForceAt(now)));
    }

    private async Task<IReadOnlyList<Principal>> PeopleAsync(PrincipalId holder, DateTimeOffset now, CancellationToken ct) =>
        await directory.FindAsync(holder, ct) switch
        {
            { Kind: PrincipalKind.Group } => await directory.EnabledUsersInAsync([holder], now, ct),
            { IsEnabled: true } one => [one],
            _ => [],
        };
}
