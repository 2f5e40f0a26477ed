using Microsoft.Extensions.Logging;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Operations.Lanes;

/// <summary>
/// Makes a target so for lines of its ledger: asks what is true now, writes down what it is about to give, tells the target, reads it
/// back, and keeps the receipts. Safe to run twice; called by whoever has the target's lane.
/// </summary>
public sealed class EntitlementConverger(
    IUnitOfWork unit, ITargetStore targets, ILedger ledger, ITargetAgenda agenda, LedgerReader reader, TargetDrivers drivers, KeptTargets kept,
    TimeProvider clock, ILogger<EntitlementConverger> log)
{
    // Not a word about the target: it is asked again at once, as it is now.
    private static readonly Convergence Outdated = Convergence.Silent(TargetAnswer.Refused("It was changed meanwhile."));

    /// <summary>Converges these lines.</summary>
    /// <param name="target">The target.</param>
    /// <param name="work">Whether only that, or also ending the sessions of what is taken back.</param>
    /// <param name="ids">The lines.</param>
    /// <param name="reachableAt">When to try again what the target does not answer.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The trouble when the target answered nothing at all, and nothing was changed; else null.</returns>
    public async Task<Convergence> ConvergeAsync(
        Target target, TargetWork work, IReadOnlyCollection<LedgerEntryId> ids, DateTimeOffset reachableAt, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var looked = (await reader.LookAsync(target, ids, now, ct))
            .Select(line => line with { OwesSessions = work == TargetWork.EndSessions }).Where(line => !line.IsLeftAlone).ToList();
        if (looked.Count == 0)
        {
            return Convergence.Idle;
        }

        if (await IntendAsync(target, looked, now, ct) is not { } intended)
        {
            return Outdated;
        }

        looked = intended;
        var calls = await CallAsync(target, looked, ct);
        var settled = looked.Select(line => SettledLine.Of(line, calls, clock.GetUtcNow(), reachableAt)).ToList();
        var result = new Convergence(
            looked.Select(line => calls.TroubleOf(line.Entry)).FirstOrDefault(one => one?.Result == TargetResult.Unreachable),
            looked.Exists(line => calls.TroubleOf(line.Entry) is not { Result: TargetResult.Unreachable }));
        await SaveAsync(target.Id, result.AnsweredNothing ? [.. settled.Where(line => !line.Before.Entry.IsFailing)] : settled, result, ct);
        return result;
    }

    // Grant only after the intent is durable: what a crash leaves in the target is in the ledger too. And only where the target still is:
    // who moves it sees in the ledger what is given there.
    private async Task<List<LookedLine>?> IntendAsync(Target target, List<LookedLine> lines, DateTimeOffset now, CancellationToken ct)
    {
        var intended = lines.ConvertAll(line =>
            line.Look.IsWanted && !line.Entry.MayBeThere ? line with { Entry = line.Entry.Become(LedgerState.Provisioning, now) } : line);
        var written = lines.Zip(intended).Where(pair => pair.First != pair.Second).Select(pair => pair.Second.Entry).ToList();
        return written.Count == 0 || await unit.RunAsync(
            async token =>
            {
                if ((await targets.FindAsync(target.Id, token))?.Version != target.Version)
                {
                    return false;
                }

                await ledger.SaveAsync(written, [], token);
                return true;
            },
            ct)
            ? intended
            : null;
    }

    private async Task<TargetCalls> CallAsync(Target target, List<LookedLine> lines, CancellationToken ct)
    {
        if (await kept.OpenAsync(target) is not Outcome<ITarget>.Done(var way))
        {
            return TargetCalls.Failed(lines, KeptTargets.Unusable);
        }

        var calls = new TargetCalls(way is IMayEndByItself may ? may.EndsByItself : drivers.Of(target.Kind).EndsByItself);
        try
        {
            await calls.MakeAsync(way, lines, ct);
            return calls;
        }
        catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.ConnectorBroke(target.Name, error);
            return TargetCalls.Failed(lines, TargetAnswer.Unreachable($"The connection broke: {error.Message}"));
        }
    }

    private async Task SaveAsync(TargetId target, IReadOnlyList<SettledLine> settled, Convergence result, CancellationToken ct)
    {
        var changed = settled.Where(line => line.Entry != line.Before.Entry).Select(line => line.Entry).ToList();
        var receipts = settled.SelectMany(line => line.Receipts).ToList();

        // Where nothing was answered the work itself is put off, and wakes the lines again.
        var wakes = result.AnsweredNothing ? [] : settled
            .SelectMany(line => line.Wakes, (line, due) => new WakeUp(line.OwesSessions ? TargetWork.EndSessions : TargetWork.Converge, line.Entry.Id.Value, due)).ToList();
        if (changed.Count + receipts.Count + wakes.Count > 0)
        {
            await unit.RunAsync(
                async token =>
                {
                    await ledger.SaveAsync(changed, receipts, token);
                    await agenda.WakeAsync(target, wakes, clock.GetUtcNow(), token);
                    return true;
                },
                ct);
        }
    }
}
