using Regent.Core;
using Regent.Core.Apps;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Apps;

/// <summary>Who registers and changes programs: administrators, and for programs that are granted nothing for themselves those of applications.</summary>
public sealed class AppRights(Authorities authorities, IAppStore apps)
{
    private static readonly Refusal MayNot = new(
        RefusalCode.AuthorizationRequestDenied,
        "This needs an active Global Administrator or Privileged Role Administrator role; Application Administrator is enough for a program "
        + "without application permissions. Activate it first if you are eligible.");

    private static readonly Refusal Unknown = new(RefusalCode.AppRegistrationNotFound, "There is no such app registration.");

    /// <summary>A program the caller may change as it is.</summary>
    public async Task<Outcome<RegisteredApp>> FindAsync(Caller caller, AppId id, DateTimeOffset now, CancellationToken ct)
    {
        var app = await apps.FindAsync(id, ct);
        if (await RefusalAsync(caller, app, now, ct) is { } refusal)
        {
            return refusal;
        }

        return app is null ? Unknown : app;
    }

    /// <summary>Why the caller may not make a program like this; null when they may.</summary>
    public async Task<Refusal?> RefusalAsync(Caller caller, RegisteredApp? app, DateTimeOffset now, CancellationToken ct) =>
        (await authorities.OfAsync(caller, now, ct)).MayRegister(app?.Application.Count > 0) ? null : MayNot;
}
