using Regent.Core;
using Regent.Core.Apps;
using Regent.Core.Audit;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Apps;

/// <summary>Removes a registered program. Its tokens are void at once; its service principal stays, disabled, for the record to name.</summary>
public sealed class RemoveApp(
    IUnitOfWork unit, IAppStore apps, IDirectory directory, LedgerPlanner ledger, IAuditLog audit, AppRights rights, TimeProvider clock)
{
    public Task<Outcome<RegisteredApp>> ExecuteAsync(Caller caller, AppId id, CancellationToken ct) => unit.RunAsync(
        async token =>
        {
            var now = clock.GetUtcNow();
            return await (await rights.FindAsync(caller, id, now, token)).ThenAsync(app => RemoveAsync(caller, app, now, token));
        },
        ct);

    private async Task<RegisteredApp> RemoveAsync(Caller caller, RegisteredApp app, DateTimeOffset now, CancellationToken ct)
    {
        await apps.RemoveAsync(app.Id, ct);
        if (await directory.FindAsync(app.ServicePrincipal, ct) is { } known)
        {
            await directory.SaveAsync(known with { IsEnabled = false }, ct);
            await ledger.FollowHoldersAsync([known.Id], now, ct);
        }

        await audit.AppendAsync([AppRecord.Of(now, AuditActivities.AppRemoved, caller.Id, app)], ct);
        return app;
    }
}
