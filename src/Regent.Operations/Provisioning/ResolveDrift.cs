using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Audit;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Targets;
using Regent.Operations.Lanes;
using Regent.Operations.Ports;
using Regent.Operations.Recording;
using Regent.Operations.Requests;

namespace Regent.Operations.Provisioning;

/// <summary>
/// An administrator decides about what somebody has in a target that Regent did not give: takes it into Regent as an assignment, has it
/// removed, or lets it be.
/// </summary>
public sealed class ResolveDrift(
    IUnitOfWork unit, ITargetStore targets, ILedger ledger, ITargetAgenda agenda, IDirectory directory, AssignRole assign,
    TargetAccess access, IAuditLog audit, TimeProvider clock)
{
    private static readonly Refusal Unknown = new(
        RefusalCode.TargetNotFound, "This is not there any more. Somebody may have removed it, or decided about it.");

    /// <summary>Lets it be: it is not reported any more.</summary>
    public Task<Outcome<Drift>> IgnoreAsync(Caller caller, Guid id, CancellationToken ct) => DecideAsync<Drift>(
        caller, id, AuditActivities.DriftIgnored,
        async (_, drift, now, token) =>
        {
            var ignored = drift with { IgnoredAt = now };
            await ledger.ChangeDriftAsync([ignored], [], token);
            return ignored;
        },
        ct);

    /// <summary>Has it removed: from now on the ledger says that it should be gone.</summary>
    public Task<Outcome<Drift>> RemoveAsync(Caller caller, Guid id, CancellationToken ct) => DecideAsync<Drift>(
        caller, id, AuditActivities.DriftRemoved,
        async (target, drift, now, token) =>
        {
            var same = new HoldingComparer(target.Kind.Names());
            if ((await ledger.OpenInAsync(drift.Target, token)).Any(one => one.MayBeThere && same.Equals(one.Holding, drift.Holding)))
            {
                // Regent gave it meanwhile, and what covers it decides.
                return Unknown;
            }

            var entry = (await ledger.FindLineAsync(drift.Target, drift.Holding, token)
                ?? LedgerEntry.New(drift.Target, drift.Holding, begins: false, now)).Become(LedgerState.Ending, now);
            await ledger.PutAsync(entry, token);
            await ledger.ChangeDriftAsync([], [drift.Id], token);
            await agenda.WakeAsync(target, [new WakeUp(TargetWork.Converge, entry.Id.Value, now)], now, token);
            return drift;
        },
        ct);

    /// <summary>Takes it into Regent: whose account it is gets the role that gives it, by an assignment like any other.</summary>
    /// <param name="caller">The administrator.</param>
    /// <param name="id">What was found.</param>
    /// <param name="mapping">Which mapping gives it.</param>
    /// <param name="expiration">When the assignment ends.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Outcome<ScheduleRequest>> AdoptAsync(Caller caller, Guid id, MappingId mapping, Expiration expiration, CancellationToken ct) =>
        DecideAsync(
            caller, id, AuditActivities.DriftAdopted,
            async (target, drift, now, token) =>
            {
                if ((await targets.MappingsAsync(target.Id, token)).FirstOrDefault(one => one.Id == mapping) is not { } by
                    || !by.Entitlements.Contains(drift.Holding.Entitlement, target.Kind.Names()))
                {
                    return new Refusal(RefusalCode.InvalidTarget, $"That mapping does not give {drift.Holding.Entitlement}. Choose one that does.") { Target = "mapping" };
                }

                if (await OwnerAsync(target, drift.Holding.Account, token) is not { } owner)
                {
                    return new Refusal(RefusalCode.SubjectNotFound, $"Nobody in the directory has the account {drift.Holding.Account}. Remove it there, or let it be.");
                }

                var ask = new AssignmentAsk(ScheduleKind.Assignment, owner.Id, by.Role, by.Scope)
                {
                    Expiration = expiration,
                    Justification = $"Found in {target.Name}: {drift.Holding}.",
                };
                return await (await assign.ExecuteAsync(caller, ask, token)).ThenAsync(async request =>
                {
                    await ledger.ChangeDriftAsync([], [drift.Id], token);
                    return request;
                });
            },
            ct);

    private Task<Outcome<T>> DecideAsync<T>(
        Caller caller, Guid id, string activity, Func<Target, Drift, DateTimeOffset, CancellationToken, Task<Outcome<T>>> decide, CancellationToken ct) =>
        unit.RunAsync(
            async token =>
            {
                var now = clock.GetUtcNow();
                if (await access.ManageRefusalAsync(caller, now, token) is { } refusal)
                {
                    return refusal;
                }

                if (await ledger.FindDriftAsync(id, token) is not { } drift || await targets.FindAsync(drift.Target, token) is not { } target)
                {
                    return Unknown;
                }

                return await (await decide(target, drift, now, token)).ThenAsync(async result =>
                {
                    await audit.AppendAsync([TargetRecord.Entry(target, drift.Holding, activity, caller.Id, now)], token);
                    return result;
                });
            },
            ct);

    private async Task<Principal?> OwnerAsync(Target target, string account, CancellationToken ct)
    {
        var names = target.Kind.Names();
        await foreach (var one in WholeList.ReadAsync(page => directory.SearchAsync(text: null, PrincipalKind.User, page, ct)))
        {
            if (target.AccountOf(one) is { } name && names.Equals(name, account))
            {
                return one;
            }
        }

        return null;
    }
}
