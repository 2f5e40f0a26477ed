using System.Collections.Immutable;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Regent.Api;
using Regent.Core.Principals;
using Regent.Operations;
using Regent.Operations.Ports;
using Regent.Server.SignIn;

namespace Regent.Server.Tokens;

/// <summary>Writes what tokens say, with the claims that clients of the reference look for, and says whether it still holds.</summary>
internal sealed class Tickets(IDirectory directory, SessionCheck check, Tenant tenant)
{
    private const string Version = "2.0";
    private const string Kind = "idtyp";
    private const string KindOfPerson = "user";
    private const string KindOfProgram = "app";

    // A trace of the account's stamp: enough to see that it changed, and of no use to anybody else.
    private const string Stamp = "sst";

    private static readonly string[] AlsoForSignIn =
    [
        SessionClaims.Name, SessionClaims.UserPrincipalName, SessionClaims.Method, SessionClaims.SignedInAt, Caller.IdClaim, "tid", "ver",
        OpenIddictConstants.Claims.PreferredUsername, OpenIddictConstants.Claims.Email,
    ];

    /// <summary>A token for a program that acts for a person; null for somebody who is disabled or gone.</summary>
    public async Task<ClaimsPrincipal?> ForPersonAsync(PrincipalId id, Wish wish, Proof proof, CancellationToken ct)
    {
        if (await directory.FindAsync(id, ct) is not { IsEnabled: true } person)
        {
            return null;
        }

        var identity = await IdentityAsync(person, wish, KindOfPerson, ct);
        var name = person.UserPrincipalName?.Value;
        identity.SetClaim(SessionClaims.UserPrincipalName, name).SetClaim(OpenIddictConstants.Claims.PreferredUsername, name);
        identity.SetClaim(OpenIddictConstants.Claims.Email, person.Address);
        identity.SetClaims(SessionClaims.Method, [.. proof.Methods]);
        identity.SetClaim(SessionClaims.SignedInAt, proof.SignedInAt);
        if (proof.MfaAt is { } given)
        {
            identity.SetClaim(Caller.MfaAtClaim, given);
        }

        identity.SetClaim(TokenNames.Scopes, string.Join(' ', wish.Names));
        return Finished(identity, wish);
    }

    /// <summary>A token for a program that acts for itself; null for one that is disabled.</summary>
    public async Task<ClaimsPrincipal?> ForItselfAsync(Wish wish, CancellationToken ct)
    {
        if (await directory.FindAsync(wish.App.ServicePrincipal, ct) is not { IsEnabled: true } program)
        {
            return null;
        }

        var identity = await IdentityAsync(program, wish, KindOfProgram, ct);
        identity.SetClaims(TokenNames.Roles, [.. wish.Names]);
        return Finished(identity, wish with { Sent = [] });
    }

    /// <summary>Whether what a token says of its holder still holds: they are enabled, and their account was not changed since.</summary>
    public async Task<bool> HoldsAsync(ClaimsPrincipal token, CancellationToken ct) =>
        Caller.From(token) is { } caller
        && token.FindFirstValue(Stamp) == Trace(await check.StampAsync(caller.Id.Value, ct))
        && await directory.FindAsync(caller.Id, ct) is { IsEnabled: true };

    private static string Trace(string stamp) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(stamp)).AsSpan(0, 8));

    private static ClaimsPrincipal Finished(ClaimsIdentity identity, Wish wish)
    {
        identity.SetScopes(wish.Sent).SetResources([.. wish.Audiences]);
        identity.SetDestinations(claim => AlsoForSignIn.Contains(claim.Type)
            ? [OpenIddictConstants.Destinations.AccessToken, OpenIddictConstants.Destinations.IdentityToken]
            : [OpenIddictConstants.Destinations.AccessToken]);
        return new ClaimsPrincipal(identity);
    }

    private async Task<ClaimsIdentity> IdentityAsync(Principal holder, Wish wish, string kind, CancellationToken ct)
    {
        var identity = new ClaimsIdentity(
            OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, SessionClaims.Name, TokenNames.Roles);
        var app = wish.App.Id.ToString();
        return identity
            .SetClaim(OpenIddictConstants.Claims.Subject, holder.Id.ToString())
            .SetClaim(Caller.IdClaim, holder.Id.ToString())
            .SetClaim(SessionClaims.Name, holder.DisplayName)
            .SetClaim("tid", tenant.Id.ToString("D", CultureInfo.InvariantCulture)).SetClaim("ver", Version)
            .SetClaim("appid", app).SetClaim(OpenIddictConstants.Claims.AuthorizedParty, app).SetClaim("app_displayname", wish.App.Name)
            .SetClaim(Kind, kind)
            .SetClaim(Stamp, Trace(await check.StampAsync(holder.Id.Value, ct)));
    }
}
