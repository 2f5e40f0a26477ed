using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Lanes;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Provisioning;

/// <summary>An administrator looks what Regent would do in a target. Nothing is changed there; that somebody looked is noted.</summary>
public sealed class PlanTarget(
    IUnitOfWork unit, ITargetStore targets, ILedger ledger, LedgerReckoner reckoner, TargetDrivers drivers, TargetAccess access, TimeProvider clock)
{
    public async Task<Outcome<TargetPlan>> ExecuteAsync(Caller caller, TargetId id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await (await access.ManageAsync(caller, id, now, ct)).ThenAsync(target => drivers.Open(target).ThenAsync(async way =>
        {
            await using (way)
            {
                return await PlanAsync(target, way, now, ct);
            }
        }));
    }

    private async Task<Outcome<TargetPlan>> PlanAsync(Target target, ITarget way, DateTimeOffset now, CancellationToken ct)
    {
        var table = await reckoner.TableAsync(target.Id, ct);
        var list = await way.ListAsync(table.Mappings.SelectMany(mapping => mapping.Entitlements).ToHashSet(), ct);
        if (list.Trouble is { } trouble)
        {
            return new Refusal(RefusalCode.InvalidTarget, $"{target.Name} cannot be looked through: {trouble.Words} Check the connection.");
        }

        var same = new HoldingComparer(target.Kind.Names());
        var wanted = (await reckoner.AllAsync(target, now, ct)).Where(claim => claim.Begins).Select(claim => claim.Holding).ToHashSet(same);
        var ours = (await ledger.OpenInAsync(target.Id, ct)).Where(entry => entry.MayBeThere).Select(entry => entry.Holding).ToHashSet(same);
        var there = list.Holdings.ToHashSet(same);
        await NoteAsync(target.Id, target.Version, ct);
        return new TargetPlan(
            drivers.Shown(target with { PlannedVersion = target.Version }),
            Sorted(wanted.Where(one => !there.Contains(one))),
            Sorted(there.Where(one => ours.Contains(one) && !wanted.Contains(one))),
            Sorted(there.Where(one => !ours.Contains(one) && !wanted.Contains(one))),
            list.Unknown, there.Count(wanted.Contains));
    }

    private static IReadOnlyList<Holding> Sorted(IEnumerable<Holding> holdings) =>
        [.. holdings.OrderBy(one => one.Entitlement, StringComparer.OrdinalIgnoreCase).ThenBy(one => one.Account, StringComparer.OrdinalIgnoreCase)];

    private Task<bool> NoteAsync(TargetId id, int version, CancellationToken ct) => unit.RunAsync(
        async token =>
        {
            if (await targets.FindAsync(id, token) is { } target && target.Version == version && target.PlannedVersion != version)
            {
                await targets.SaveAsync(target with { PlannedVersion = version }, token);
            }

            return true;
        },
        ct);
}
