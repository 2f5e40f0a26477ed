using Regent.Core;
using Regent.Core.Apps;
using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Operations.Ports;

namespace Regent.Operations.Apps;

/// <summary>Registers a program: it gets an id, a service principal in the directory, and a first secret if it can keep one.</summary>
public sealed class RegisterApp(
    IUnitOfWork unit, IAppStore apps, IDirectory directory, IAuditLog audit, AppAskReader reader, AppRights rights, TimeProvider clock)
{
    /// <summary>How long a first secret is good.</summary>
    public static readonly TimeSpan SecretGoodFor = TimeSpan.FromDays(365);

    public Task<Outcome<AppWithSecret>> ExecuteAsync(Caller caller, AppAsk ask, CancellationToken ct) =>
        unit.RunAsync(token => RegisterAsync(caller, ask, token), ct);

    /// <summary>The same for whoever works on the server's own machine, with its data in their hands.</summary>
    public Task<Outcome<AppWithSecret>> ExecuteHereAsync(AppAsk ask, CancellationToken ct) =>
        unit.RunAsync(token => RegisterAsync(caller: null, ask, token), ct);

    private async Task<Outcome<AppWithSecret>> RegisterAsync(Caller? caller, AppAsk ask, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var blank = new RegisteredApp(AppId.At(now), PrincipalId.At(now), ask.Name) { CreatedAt = now };
        return await reader.Read(blank, ask).ThenAsync(async app =>
            caller is not null && await rights.RefusalAsync(caller, app, now, ct) is { } refusal
                ? (Outcome<AppWithSecret>)refusal
                : await SaveAsync(caller?.Id, app, now, ct));
    }

    private async Task<AppWithSecret> SaveAsync(PrincipalId? actor, RegisteredApp app, DateTimeOffset now, CancellationToken ct)
    {
        var (value, kept) = NewSecret.Make(now, SecretGoodFor);
        var registered = app.IsPublic ? app : app with { Secrets = [kept] };
        await directory.SaveAsync(
            new Principal(app.ServicePrincipal, PrincipalKind.ServicePrincipal, app.Name) { AppId = app.Id.Value }, ct);
        await apps.SaveAsync(registered, ct);
        await audit.AppendAsync([AppRecord.Of(now, AuditActivities.AppAdded, actor, registered)], ct);
        return new AppWithSecret(registered, app.IsPublic ? null : value);
    }
}
