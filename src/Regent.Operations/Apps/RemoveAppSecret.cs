using Regent.Core;
using Regent.Core.Apps;
using Regent.Core.Audit;
using Regent.Operations.Ports;

namespace Regent.Operations.Apps;

/// <summary>Takes a secret from a registered program. Tokens are void too: whoever had the secret may have some.</summary>
public sealed class RemoveAppSecret(IUnitOfWork unit, IAppStore apps, IAuditLog audit, AppRights rights, TimeProvider clock)
{
    /// <param name="caller">Who wants it.</param>
    /// <param name="id">Which program.</param>
    /// <param name="secret">Which secret; one that is not there is no error.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Outcome<RegisteredApp>> ExecuteAsync(Caller caller, AppId id, Guid secret, CancellationToken ct) => unit.RunAsync(
        async token =>
        {
            var now = clock.GetUtcNow();
            return await (await rights.FindAsync(caller, id, now, token)).ThenAsync(async app =>
                app.Secrets.FirstOrDefault(one => one.Id == secret) is { } gone ? await TakeAsync(caller, app, gone, now, token) : app);
        },
        ct);

    private async Task<RegisteredApp> TakeAsync(Caller caller, RegisteredApp app, AppSecret gone, DateTimeOffset now, CancellationToken ct)
    {
        var next = app with { Secrets = [.. app.Secrets.Where(one => one != gone)] };
        await apps.SaveAsync(next, ct);
        await apps.VoidTokensAsync(app.Id, ct);
        await audit.AppendAsync([AppRecord.Of(now, AuditActivities.AppSecretsUpdated, caller.Id, next) with { Reason = $"Removed {gone.Hint}…" }], ct);
        return next;
    }
}
