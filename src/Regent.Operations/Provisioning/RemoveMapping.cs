using Regent.Core;
using Regent.Core.Audit;
using Regent.Core.Targets;
using Regent.Operations.Lanes;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Provisioning;

/// <summary>An administrator has a role give nothing any more in a target; what it gave is taken back.</summary>
public sealed class RemoveMapping(
    IUnitOfWork unit, ITargetStore targets, ILedger ledger, ITargetAgenda agenda, TargetAccess access, IAuditLog audit, TimeProvider clock)
{
    public Task<Outcome<Target>> ExecuteAsync(Caller caller, TargetId target, MappingId id, CancellationToken ct) => unit.RunAsync(
        async token =>
        {
            var now = clock.GetUtcNow();
            return await (await access.ManageAsync(caller, target, now, token)).ThenAsync(async known =>
            {
                if ((await targets.MappingsAsync(target, token)).FirstOrDefault(one => one.Id == id) is { } mapping)
                {
                    await targets.RemoveMappingAsync(id, token);
                    await targets.SaveAsync(known with { Version = known.Version + 1 }, token);
                    await agenda.WakeAsync(
                        known, [.. await ledger.LastWorkAsync(known, mapping, next: null, now, token), new WakeUp(TargetWork.Sweep, target.Value, now)], now, token);
                    await audit.AppendAsync([TargetRecord.Entry(known, mapping, AuditActivities.MappingRemoved, caller.Id, now)], token);
                }

                return known;
            });
        },
        ct);
}
