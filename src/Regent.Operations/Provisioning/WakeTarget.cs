using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Provisioning;

/// <summary>An administrator has a target compared with its ledger now, and what failed there tried again at once.</summary>
public sealed class WakeTarget(IUnitOfWork unit, ITargetStore targets, ILedger ledger, ITargetAgenda agenda, TargetAccess access, TimeProvider clock)
{
    public Task<Outcome<Target>> ExecuteAsync(Caller caller, TargetId id, CancellationToken ct) => unit.RunAsync(
        async token =>
        {
            var now = clock.GetUtcNow();
            return await (await access.ManageAsync(caller, id, now, token)).ThenAsync(async target =>
            {
                var failing = (await ledger.OpenInAsync(id, token)).Where(entry => entry.IsFailing).ToList();
                await ledger.SaveAsync([.. failing.Select(entry => entry with { RetryAt = null })], [], token);
                if ((await targets.HealthAsync(token)).GetValueOrDefault(id) is { RetryAt: not null } health)
                {
                    await targets.SaveHealthAsync(health with { RetryAt = null }, token);
                }

                await agenda.WakeAsync(
                    target,
                    [new WakeUp(TargetWork.Sweep, id.Value, now), .. failing.Select(entry => new WakeUp(TargetWork.Converge, entry.Id.Value, now))],
                    now, token);
                return target;
            });
        },
        ct);
}
