using Regent.Core;
using Regent.Core.Audit;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Operations.Provisioning;

/// <summary>An administrator adds a target or changes how it is reached. Nothing is written in it before its plan was seen and it was started.</summary>
public sealed class SaveTarget(
    IUnitOfWork unit, ITargetStore targets, ITargetAgenda agenda, TargetAccess access, TargetAskReader reader, TargetDrivers drivers, IAuditLog audit,
    TimeProvider clock)
{
    private static readonly Refusal Changed = new(
        RefusalCode.TargetChangedMeanwhile, "Somebody else changed this target since you read it. Look at it again, then change it.");

    /// <param name="caller">The administrator.</param>
    /// <param name="id">Which target; null adds one.</param>
    /// <param name="ask">What it is to be.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Outcome<Target>> ExecuteAsync(Caller caller, TargetId? id, TargetAsk ask, CancellationToken ct) => unit.RunAsync(
        async token =>
        {
            var now = clock.GetUtcNow();
            return id is { } known
                ? await (await access.ManageAsync(caller, known, now, token)).ThenAsync(before => ChangeAsync(caller, before, ask, now, token))
                : await access.ManageRefusalAsync(caller, now, token) is { } refusal
                    ? refusal
                    : await reader.Read(TargetId.At(now), before: null, ask).ThenAsync(target => WriteAsync(caller, target, AuditActivities.TargetAdded, now, token));
        },
        ct);

    private Task<Outcome<Target>> ChangeAsync(Caller caller, Target before, TargetAsk ask, DateTimeOffset now, CancellationToken ct) =>
        ask.Version is { } version && version != before.Version
            ? Task.FromResult<Outcome<Target>>(Changed)
            : reader.Read(before.Id, before, ask).ThenAsync(target => WriteAsync(caller, target, AuditActivities.TargetUpdated, now, ct));

    private async Task<Outcome<Target>> WriteAsync(Caller caller, Target target, string activity, DateTimeOffset now, CancellationToken ct)
    {
        if ((await targets.ListAsync(ct)).Any(other => other.Id != target.Id && string.Equals(other.Name, target.Name, StringComparison.OrdinalIgnoreCase)))
        {
            return new Refusal(RefusalCode.InvalidTarget, $"There is a target named {target.Name} already.") { Target = "name" };
        }

        return await drivers.Try(target).ThenAsync(async _ =>
        {
            await targets.SaveAsync(target, ct);
            await agenda.WakeAsync(target.Id, drivers.FirstWork(target, now), now, ct);
            await audit.AppendAsync([TargetRecord.Entry(target, activity, caller.Id, now)], ct);
            return drivers.Shown(target);
        });
    }
}
