using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Regent.Server.SignIn;

/// <summary>Ends the open page of somebody whose session is over: a circuit sends no requests that a cookie could be asked at.</summary>
internal sealed class SessionRevalidation(ILoggerFactory logs, SessionCheck check) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        check.IsSessionGoodAsync(authenticationState.User, cancellationToken);
}
