using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Validation;
using Regent.Server.SignIn;

namespace Regent.Server.Tokens;

/// <summary>Signs in the sender of a bearer token, for this one request: Regent's own tokens, and those of registered programs.</summary>
internal sealed class BearerHandler(
    IOptionsMonitor<BearerOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    AccessTokens own, TokenKeys keys, OpenIddictValidationService issued, Tickets tickets)
    : AuthenticationHandler<BearerOptions>(options, logger, encoder)
{
    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var holder = await ReadAsync(header[Prefix.Length..].Trim());
        return holder is null
            ? AuthenticateResult.Fail("The access token is not valid, or no longer.")
            : AuthenticateResult.Success(new AuthenticationTicket(holder, Scheme.Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var failed = (await HandleAuthenticateOnceSafeAsync()).Failure is not null;
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = failed ? "Bearer error=\"invalid_token\"" : "Bearer";
    }

    private Task<ClaimsPrincipal?> ReadAsync(string token) => AccessTokens.IsOne(token)
        ? own.ReadAsync(token, TimeProvider.GetUtcNow(), Context.RequestAborted)
        : ReadIssuedAsync(token);

    // What was revoked, or issued to a program that is gone, is refused there; what was changed since about the holder, here.
    private async Task<ClaimsPrincipal?> ReadIssuedAsync(string token)
    {
        if (token.Length == 0)
        {
            return null;
        }

        await keys.FreshenAsync(Context.RequestAborted);
        try
        {
            var holder = await issued.ValidateAccessTokenAsync(token, Context.RequestAborted);
            return holder.HasAudience(Options.Audience) && await tickets.HoldsAsync(holder, Context.RequestAborted) ? holder : null;
        }
        catch (OpenIddictExceptions.ProtocolException)
        {
            return null;
        }
    }
}
