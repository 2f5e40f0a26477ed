using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Operations.Recording;

/// <summary>
/// Owes targets what an assignment gives there, and what its end takes back. Called inside a unit of work, so that access is owed if what
/// it follows from happened; the targets themselves are not waited for.
/// </summary>
public sealed class LedgerPlanner(ITargetStore targets, ILedger ledger, ITargetAgenda agenda, IDirectory directory, LedgerReckoner reckoner)
{
    /// <summary>Owes what an assignment gives that is new.</summary>
    public async Task BeginAsync(Schedule schedule, DateTimeOffset now, CancellationToken ct)
    {
        if (schedule.Kind == ScheduleKind.Assignment && schedule.IsOpenAt(now))
        {
            await OweAsync(schedule, again: false, now, ct);
        }
    }

    /// <summary>Follows an assignment that was planned anew or ended.</summary>
    public async Task FollowAsync(Schedule schedule, DateTimeOffset now, CancellationToken ct)
    {
        if (schedule.Kind == ScheduleKind.Assignment)
        {
            await WakeReceiptsAsync(schedule, now, ct);
            await OweAsync(schedule, again: true, now, ct);
        }
    }

    /// <summary>Looks again at all that everybody has in every target: what lies where has changed.</summary>
    public async Task FollowPlacesAsync(DateTimeOffset now, CancellationToken ct)
    {
        foreach (var target in await targets.ListAsync(ct))
        {
            await agenda.WakeAsync(target, [new WakeUp(TargetWork.Sweep, target.Id.Value, now)], now, ct);
        }
    }

    /// <summary>Looks again at all that these have in every target: a group of theirs changed, or they themselves did.</summary>
    public Task FollowHoldersAsync(IReadOnlyCollection<PrincipalId> holders, DateTimeOffset now, CancellationToken ct) =>
        FollowHoldersAsync(holders, now, now, ct);

    private async Task FollowHoldersAsync(IReadOnlyCollection<PrincipalId> holders, DateTimeOffset now, DateTimeOffset due, CancellationToken ct)
    {
        if (holders.Count == 0)
        {
            return;
        }

        // Of a new target everything is reckoned when it is started.
        foreach (var target in (await targets.ListAsync(ct)).Where(one => one.State != TargetState.New))
        {
            await agenda.WakeAsync(target, [.. holders.Select(one => new WakeUp(TargetWork.Reckon, one.Value, due))], now, ct);
        }
    }

    private async Task OweAsync(Schedule schedule, bool again, DateTimeOffset now, CancellationToken ct)
    {
        if (schedule.Role == GroupRoles.Member)
        {
            await FollowHoldersAsync([schedule.Principal], now, At(schedule, now), ct);
        }

        if (schedule.IsOpenAt(now) && await targets.MappingsOfAsync([schedule.Role], ct) is { Count: > 0 } mappings)
        {
            await OweAsync(schedule, again, await reckoner.TableAsync(mappings, ct), now, ct);
        }
    }

    private async Task OweAsync(Schedule schedule, bool again, MappingTable table, DateTimeOffset now, CancellationToken ct)
    {
        // A lane that saw the old end at this very moment closes the receipt; reckoned there, it is owed again.
        WakeUp[] afterwards = again ? [new WakeUp(TargetWork.Reckon, schedule.Principal.Value, now)] : [];
        var holder = await directory.FindAsync(schedule.Principal, ct);
        foreach (var id in table.GivenBy(schedule).Select(mapping => mapping.Target).Distinct().ToList())
        {
            var target = await KnownAsync(id, ct);
            var work = holder?.Kind == PrincipalKind.Group
                // However many are in it: whoever asked does not wait until each has their line.
                ? [new WakeUp(TargetWork.Reckon, schedule.Principal.Value, At(schedule, now))]
                : await ClaimAsync(target, schedule, table, now, ct);
            await agenda.WakeAsync(target, [.. work, .. afterwards], now, ct);
        }
    }

    private async Task<IReadOnlyList<WakeUp>> ClaimAsync(
        Target target, Schedule schedule, MappingTable table, DateTimeOffset now, CancellationToken ct)
    {
        var ofTarget = table with { Mappings = [.. table.Mappings.Where(mapping => mapping.Target == target.Id)] };
        var lines = await ledger.ClaimAsync(await reckoner.ClaimsAsync(target, ofTarget, [schedule], now, ct), now, ct);
        return [.. lines.Select(line => new WakeUp(TargetWork.Converge, line.Value, At(schedule, now)))];
    }

    private async Task WakeReceiptsAsync(Schedule schedule, DateTimeOffset now, CancellationToken ct)
    {
        var open = (await ledger.ReceiptsAsync([schedule.Id], ct)).Where(one => one.Receipt.IsOpen);
        foreach (var some in open.GroupBy(one => one.Entry.Target))
        {
            await agenda.WakeAsync(
                await KnownAsync(some.Key, ct), [.. some.Select(one => new WakeUp(TargetWork.Converge, one.Entry.Id.Value, now))], now, ct);
        }
    }

    private async Task<Target> KnownAsync(TargetId id, CancellationToken ct) =>
        await targets.FindAsync(id, ct) ?? throw new InvalidOperationException($"There is no target {id}.");

    private static DateTimeOffset At(Schedule schedule, DateTimeOffset now) => schedule.Period.Start > now ? schedule.Period.Start : now;
}
