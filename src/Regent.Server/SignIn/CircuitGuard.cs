using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Regent.Server.SignIn;

/// <summary>
/// Asks before everything that comes from an open page whether its session still holds, as the cookie is asked at every request.
/// Nothing is done any more for somebody who signed out elsewhere or was disabled a moment ago.
/// </summary>
internal sealed class CircuitGuard(AuthenticationStateProvider session) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        async context =>
        {
            if (session is not SessionRevalidation revalidation || await revalidation.HoldsAsync())
            {
                await next(context);
            }
        };
}
