using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Lanes;

/// <summary>
/// Compares a whole target with what the assignments say: what is missing is put back, what should be gone is taken back, and what
/// Regent did not put there is noted. Called by whoever has the target's lane.
/// </summary>
public sealed class SweepTarget(
    IUnitOfWork unit, ILedger ledger, ITargetAgenda agenda, LedgerReckoner reckoner, KeptTargets kept, TimeProvider clock)
{
    public async Task<Convergence> ExecuteAsync(Target target, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var owned = (await reckoner.TableAsync(target.Id, ct)).Mappings.SelectMany(mapping => mapping.Entitlements).ToHashSet();
        if (await kept.OpenAsync(target) is not Outcome<ITarget>.Done(var way))
        {
            return Convergence.Silent(KeptTargets.Unusable);
        }

        var list = await way.ListAsync(owned, ct);
        if (list.Trouble is { Result: TargetResult.Unreachable } trouble)
        {
            return Convergence.Silent(trouble);
        }

        var claims = await reckoner.AllAsync(target, now, ct);
        await unit.RunAsync(token => CompareAsync(target, claims, list, now, token), ct);
        return new Convergence(list.Trouble, AnsweredAny: true);
    }

    private async Task<int> CompareAsync(
        Target target, IReadOnlyList<LedgerClaim> claims, TargetList list, DateTimeOffset now, CancellationToken ct)
    {
        var same = new HoldingComparer(target.Kind.Names());
        // Where nothing can be looked through, the ledger alone says what is there.
        var there = list.Trouble is null ? list.Holdings.Where(holding => holding.IsText).ToHashSet(same) : null;
        var claimed = await ledger.ClaimAsync(claims, now, ct);
        var open = await ledger.OpenInAsync(target.Id, ct);
        var odd = open.Where(entry => !IsAsItShouldBe(entry, claimed.Contains(entry.Id), there?.Contains(entry.Holding) ?? entry.MayBeThere));
        await agenda.WakeAsync(target.Id, [.. odd.Select(entry => new WakeUp(TargetWork.Converge, entry.Id.Value, now))], now, ct);
        await agenda.PlanAsync(target.Id, new WakeUp(TargetWork.Sweep, target.Id.Value, now + target.SweepEvery), clock.GetUtcNow(), ct);
        return there is null ? 0 : await NoteDriftAsync(target.Id, there, open.Where(entry => entry.MayBeThere).Select(entry => entry.Holding).ToHashSet(same), now, ct);
    }

    private static bool IsAsItShouldBe(LedgerEntry entry, bool isClaimed, bool isThere) => entry.State switch
    {
        LedgerState.InEffect => isClaimed && isThere,
        LedgerState.Planned or LedgerState.Gone => !isClaimed,
        _ => false,
    };

    private async Task<int> NoteDriftAsync(
        TargetId target, HashSet<Holding> there, HashSet<Holding> ours, DateTimeOffset now, CancellationToken ct)
    {
        var known = await ledger.DriftAsync(target, ct);
        var strange = there.Where(holding => !ours.Contains(holding)).ToHashSet(there.Comparer);
        var noted = known.Select(drift => drift.Holding).ToHashSet(there.Comparer);
        await ledger.ChangeDriftAsync(
            [.. strange.Where(holding => !noted.Contains(holding)).Select(holding => new Drift(Guid.CreateVersion7(now), target, holding, now))],
            [.. known.Where(drift => !strange.Contains(drift.Holding)).Select(drift => drift.Id)],
            ct);
        return strange.Count;
    }
}
