using Regent.Core;
using Regent.Core.Apps;
using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Operations.Ports;

namespace Regent.Operations.Apps;

/// <summary>Changes what a registered program is called, where it sends people back to, and what it may do.</summary>
public sealed class ChangeApp(
    IUnitOfWork unit, IAppStore apps, IDirectory directory, IAuditLog audit, AppAskReader reader, AppRights rights, TimeProvider clock)
{
    /// <param name="caller">Who wants it.</param>
    /// <param name="id">Which program.</param>
    /// <param name="ask">What it is to be; whether it keeps a secret does not change.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Outcome<RegisteredApp>> ExecuteAsync(Caller caller, AppId id, AppAsk ask, CancellationToken ct) => unit.RunAsync(
        async token =>
        {
            var now = clock.GetUtcNow();
            return await (await rights.FindAsync(caller, id, now, token)).ThenAsync(app =>
                reader.Read(app, ask with { IsPublic = app.IsPublic }).ThenAsync(async next =>
                    await rights.RefusalAsync(caller, next, now, token) is { } refusal
                        ? (Outcome<RegisteredApp>)refusal
                        : await SaveAsync(caller.Id, app, next, now, token)));
        },
        ct);

    private async Task<RegisteredApp> SaveAsync(PrincipalId actor, RegisteredApp app, RegisteredApp next, DateTimeOffset now, CancellationToken ct)
    {
        await apps.SaveAsync(next, ct);
        if (next.Name != app.Name && await directory.FindAsync(app.ServicePrincipal, ct) is { } known)
        {
            await directory.SaveAsync(known with { DisplayName = next.Name }, ct);
        }

        // What was taken away is gone at once, and not when the last token with it has ended.
        if (app.Application.Except(next.Application).Any() || app.Delegated.Except(next.Delegated).Any())
        {
            await apps.VoidTokensAsync(app.Id, ct);
        }

        await audit.AppendAsync([AppRecord.Of(now, AuditActivities.AppUpdated, actor, next)], ct);
        return next;
    }
}
