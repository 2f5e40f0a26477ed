using Regent.Core;
using Regent.Core.Apps;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Apps;

/// <summary>The registered programs, for readers and for those who register some.</summary>
public sealed class ListApps(IAppStore apps, Authorities authorities, TimeProvider clock)
{
    private static readonly Refusal MayNot = new(
        RefusalCode.AuthorizationRequestDenied,
        "This needs an active reader role, such as Global Reader, or a role that registers programs, such as Application Administrator.");

    /// <summary>All of them, by name.</summary>
    public async Task<Outcome<IReadOnlyList<RegisteredApp>>> ExecuteAsync(Caller caller, CancellationToken ct)
    {
        var authority = await authorities.OfAsync(caller, clock.GetUtcNow(), ct);
        return authority.MayRead || authority.MayRegister(actsForItself: false)
            ? new Outcome<IReadOnlyList<RegisteredApp>>.Done(await apps.ListAsync(ct))
            : MayNot;
    }
}
