using System.Security.Claims;
using Regent.Operations;

namespace Regent.Server.SignIn;

/// <summary>
/// A second factor is changed only by who has just given it: whoever comes upon an open session and knows the password would
/// otherwise set up one of their own. A recovery code stands in for one that is lost; where there is none yet, the password is enough.
/// </summary>
internal sealed class FactorGuard(Sessions sessions, Proofs proofs, ActivationOptions options, TimeProvider clock) : IEndpointFilter
{
    private const string Verify = "/sign-in/verify?returnUrl=%2Faccount";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var isGuarded = await sessions.CurrentAsync() is { } account && await proofs.NeedsSecondFactorAsync(account);
        return isGuarded && !HasJustGivenIt(context.HttpContext.User) ? Results.LocalRedirect(Verify) : await next(context);
    }

    private bool HasJustGivenIt(ClaimsPrincipal session)
    {
        var now = clock.GetUtcNow();
        return (Caller.From(session) is { } caller && options.IsFresh(caller, now))
            || (session.HasClaim(SessionClaims.Method, Methods.RecoveryCode)
                && SessionClaims.BeganAt(session) is { } began && now - began <= options.MfaFreshFor);
    }
}
