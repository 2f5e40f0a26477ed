using System.Globalization;
using System.Security.Claims;
using Regent.Core.Principals;

namespace Regent.Operations;

/// <summary>Who is calling, made once at the edge from a validated session or token.</summary>
/// <param name="Id">The principal.</param>
/// <param name="MfaAt">When a second factor was last given in this session; null when none was.</param>
public sealed record Caller(PrincipalId Id, DateTimeOffset? MfaAt)
{
    /// <summary>The claim that holds the principal's id.</summary>
    public const string IdClaim = "oid";

    /// <summary>The claim that holds the time of the last second factor, in seconds since 1970.</summary>
    public const string MfaAtClaim = "mfa_at";

    /// <summary>Reads the caller from claims; null for anybody who is not signed in as a principal.</summary>
    public static Caller? From(ClaimsPrincipal? user)
    {
        if (user?.Identity?.IsAuthenticated != true || !Guid.TryParse(user.FindFirst(IdClaim)?.Value, out var id))
        {
            return null;
        }

        var given = long.TryParse(
            user.FindFirst(MfaAtClaim)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds);
        return new Caller(
            new PrincipalId(id),
            given && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null);
    }
}
