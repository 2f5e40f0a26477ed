using System.Globalization;
using System.Security.Claims;
using Regent.Api;
using Regent.Core.Principals;
using Regent.Operations;
using Regent.Storage.Accounts;

namespace Regent.Server.SignIn;

/// <summary>What a session or token says about its holder, beside what <see cref="Caller"/> reads.</summary>
internal static class SessionClaims
{
    public const string Name = "name";

    public const string UserPrincipalName = "upn";

    /// <summary>How they signed in; one claim per method.</summary>
    public const string Method = Caller.MethodClaim;

    /// <summary>When they signed in, in seconds since 1970.</summary>
    public const string SignedInAt = "auth_time";

    /// <summary>The account's security stamp; once the account has another one, the session is over.</summary>
    public const string Stamp = "stamp";

    /// <summary>Which session it is, so that it can be ended.</summary>
    public const string Id = "sid";

    // Antiforgery tokens are bound to this claim, so that they outlive a renewed second factor.
    private const string Subject = "sub";

    /// <summary>A session's holder.</summary>
    public static ClaimsPrincipal Session(Account account, Principal person, IReadOnlyCollection<string> methods, DateTimeOffset now)
    {
        var identity = Identity(person.Id, person, account.SecurityStamp ?? "", Schemes.Session);
        identity.AddClaims(methods.Select(method => new Claim(Method, method)));
        identity.AddClaim(new Claim(Id, Guid.CreateVersion7(now).ToString()));
        identity.AddClaim(Seconds(SignedInAt, now));
        if (Methods.HoldsSecondFactor(methods))
        {
            identity.AddClaim(Seconds(Caller.MfaAtClaim, now));
        }

        return new ClaimsPrincipal(identity);
    }

    /// <summary>A bearer token's holder. Nobody gave a second factor for it; it may all that they may.</summary>
    public static ClaimsPrincipal Token(Principal person, string stamp)
    {
        var identity = Identity(person.Id, person, stamp, Schemes.Bearer);
        identity.AddClaim(new Claim(TokenNames.Scopes, TokenNames.Everything));
        return new ClaimsPrincipal(identity);
    }

    /// <summary>The same session after a second factor, and with the stamp the account has now.</summary>
    public static ClaimsPrincipal Renewed(ClaimsPrincipal session, Account account, string? method, DateTimeOffset now)
    {
        var identity = session.Identities.First().Clone();
        Replace(identity, new Claim(Stamp, account.SecurityStamp ?? ""));
        if (method is not null)
        {
            Replace(identity, Seconds(Caller.MfaAtClaim, now));
        }

        if (method is not null && !identity.HasClaim(Method, method))
        {
            identity.AddClaim(new Claim(Method, method));
        }

        return new ClaimsPrincipal(identity);
    }

    /// <summary>When the session began; null when it does not say.</summary>
    public static DateTimeOffset? BeganAt(ClaimsPrincipal session) =>
        long.TryParse(session.FindFirstValue(SignedInAt), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>Which session it is; null when it does not say.</summary>
    public static Guid? IdOf(ClaimsPrincipal session) => Guid.TryParse(session.FindFirstValue(Id), out var id) ? id : null;

    private static ClaimsIdentity Identity(PrincipalId id, Principal person, string stamp, string scheme)
    {
        var identity = new ClaimsIdentity(scheme, Name, roleType: null);
        identity.AddClaim(new Claim(Subject, id.ToString()));
        identity.AddClaim(new Claim(Caller.IdClaim, id.ToString()));
        identity.AddClaim(new Claim(Name, person.DisplayName));
        identity.AddClaim(new Claim(UserPrincipalName, person.UserPrincipalName?.Value ?? ""));
        identity.AddClaim(new Claim(Stamp, stamp));
        return identity;
    }

    private static Claim Seconds(string type, DateTimeOffset at) =>
        new(type, at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64);

    private static void Replace(ClaimsIdentity identity, Claim claim)
    {
        foreach (var old in identity.FindAll(claim.Type).ToList())
        {
            identity.RemoveClaim(old);
        }

        identity.AddClaim(claim);
    }
}
