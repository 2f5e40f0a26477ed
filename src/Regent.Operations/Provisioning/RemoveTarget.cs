using Regent.Core;
using Regent.Core.Audit;
using Regent.Core.Targets;
using Regent.Operations.Lanes;
using Regent.Operations.Ports;

namespace Regent.Operations.Provisioning;

/// <summary>An administrator removes a target, once nothing is in it any more that Regent put there.</summary>
public sealed class RemoveTarget(
    IUnitOfWork unit, ITargetStore targets, ILedger ledger, TargetAccess access, IAuditLog audit, TimeProvider clock)
{
    /// <param name="caller">The administrator.</param>
    /// <param name="id">Which target.</param>
    /// <param name="leave">Whether what Regent put there is to stay there, and be forgotten.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Outcome<Target>> ExecuteAsync(Caller caller, TargetId id, bool leave, CancellationToken ct) => unit.RunAsync(
        async token =>
        {
            var now = clock.GetUtcNow();
            return await (await access.ManageAsync(caller, id, now, token)).ThenAsync(target => RemoveAsync(caller, target, leave, now, token));
        },
        ct);

    private async Task<Outcome<Target>> RemoveAsync(Caller caller, Target target, bool leave, DateTimeOffset now, CancellationToken ct)
    {
        var there = (await ledger.OpenInAsync(target.Id, ct)).Count(entry => entry.MayBeThere);
        if (there > 0 && !leave)
        {
            return new Refusal(
                RefusalCode.InvalidTarget,
                $"{(there == 1 ? "1 account" : $"{there} accounts")} may still have something in {target.Name} that Regent gave. Remove the mappings and wait until all is gone, "
                + "or say that what is there stays there.");
        }

        await targets.RemoveAsync(target.Id, ct);
        var entry = TargetRecord.Entry(target, AuditActivities.TargetRemoved, caller.Id, now);
        await audit.AppendAsync([there > 0 ? entry with { Reason = $"What {(there == 1 ? "1 account has" : $"{there} accounts have")} there stays there." } : entry], ct);
        return target;
    }
}
