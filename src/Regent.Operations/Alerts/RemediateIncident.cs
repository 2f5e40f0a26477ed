using Regent.Core;
using Regent.Core.Alerts;
using Regent.Core.Audit;
using Regent.Core.Policies;
using Regent.Core.Roles;
using Regent.Operations.Policies;
using Regent.Operations.Ports;
using Regent.Operations.Requests;

namespace Regent.Operations.Alerts;

/// <summary>
/// An administrator mends one thing an alert found: what somebody has is taken away, by the same request as anywhere; a role that a
/// password alone activates demands a second factor.
/// </summary>
public sealed class RemediateIncident(
    IUnitOfWork unit, AlertAccess access, IAlertStore alerts, IAuditLog audit, IPolicyStore policies, AlertFinder finder, AlertScanner scanner,
    RemoveAssignment remove, ChangeRoleSettings change, TimeProvider clock)
{
    private static readonly Refusal NothingToMend = new(
        RefusalCode.AlertNotRemediatable, "What this alert finds cannot be mended from here. Its definition says what to do.");

    public async Task<Outcome<AlertOperation>> ExecuteAsync(Caller caller, AlertKind kind, Guid incident, CancellationToken ct)
    {
        var mended = await unit.RunAsync(token => MendAsync(caller, kind, incident, token), ct);
        return await mended.ThenAsync(async operation =>
        {
            await scanner.ScanAsync([kind], ct);
            return operation;
        });
    }

    private async Task<Outcome<AlertOperation>> MendAsync(Caller caller, AlertKind kind, Guid incident, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await (await access.ManageAsync(caller, kind, now, ct)).ThenAsync<Alert, AlertOperation>(async alert =>
            await finder.FindAsync(alert.Configuration, incident, now, ct) is { } found
                ? await (await MendAsync(caller, alert, found, ct)).ThenAsync(what => RecordAsync(caller, alert, found, what, ct))
                : Refusals.UnknownAlert);
    }

    private async Task<Outcome<string>> MendAsync(Caller caller, Alert alert, AlertIncident found, CancellationToken ct) => found switch
    {
        _ when !alert.Definition.IsRemediatable => NothingToMend,
        AlertIncident.OfAssignment({ } held, _, _) => await (await remove.ExecuteAsync(
            caller,
            new RemovalAsk(held.Kind, held.Principal, held.Role, held.Scope)
            {
                Schedule = held.Id,
                Justification = $"Alert: {alert.Definition.DisplayName}",
            },
            ct)).ThenAsync(_ => Task.FromResult("The assignment was removed.")),
        AlertIncident.OfRole(var role, _) => await (await change.ExecuteAsync(caller, await GuardedAsync(role, ct), ct))
            .ThenAsync(_ => Task.FromResult("The role demands a second factor.")),
        _ => NothingToMend,
    };

    private async Task<RolePolicy> GuardedAsync(RoleDefinitionId role, CancellationToken ct)
    {
        var policy = await policies.GetAsync(role, Scope.Tenant, ct);
        return policy with { Activation = policy.Activation with { RequiresMfa = true } };
    }

    private async Task<AlertOperation> RecordAsync(Caller caller, Alert alert, AlertIncident found, string what, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var entry = AlertRecord.Entry(alert, AuditActivities.AlertResolved, caller.Id, now);
        await audit.AppendAsync([entry with { Subject = found.Assignee, Reason = what }], ct);
        var operation = new AlertOperation(Guid.CreateVersion7(now), now, alert.Kind, found.Id, what);
        await alerts.AddAsync(operation, ct);
        return operation;
    }
}
