using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Operations.Ports;

namespace Regent.Operations.Provisioning;

/// <summary>
/// Tells how far assignments have got in the systems behind them: readers of everybody, everybody else of their own account. An
/// assignment that gives nothing anywhere is left out.
/// </summary>
public sealed class GetProgress(ILedger ledger, ITargetStore targets, TargetAccess access, TimeProvider clock)
{
    /// <param name="caller">Who asks.</param>
    /// <param name="schedules">About which assignments.</param>
    /// <param name="whose">Whose accounts; null is everybody's.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyDictionary<ScheduleId, AccessProgress>> ExecuteAsync(
        Caller caller, IReadOnlyCollection<ScheduleId> schedules, PrincipalId? whose, CancellationToken ct)
    {
        if (whose != caller.Id && await access.ReadRefusalAsync(caller, clock.GetUtcNow(), ct) is not null)
        {
            whose = caller.Id;
        }

        var receipts = schedules.Count == 0 ? [] : await ledger.ReceiptsAsync(schedules, ct);
        if (receipts.Count == 0)
        {
            return new Dictionary<ScheduleId, AccessProgress>();
        }

        var names = (await targets.ListAsync(ct)).ToDictionary(target => target.Id, target => target.Name);
        return receipts.Where(one => whose is null || one.Receipt.Principal == whose).GroupBy(one => one.Receipt.Schedule)
            .ToDictionary(some => some.Key, some => new AccessProgress(
                some.Key,
                [.. some.GroupBy(one => (one.Entry.Id, one.Receipt.Principal)).Select(same => same.Last())
                    .Select(one => new LandedAccess(names.GetValueOrDefault(one.Entry.Target, "?"), one.Entry, one.Receipt))]));
    }
}
