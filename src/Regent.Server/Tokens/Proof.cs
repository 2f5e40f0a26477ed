using System.Globalization;
using System.Security.Claims;
using Regent.Operations;
using Regent.Server.SignIn;

namespace Regent.Server.Tokens;

/// <summary>How and when somebody proved who they are, as it goes from the session into tokens and from token to token.</summary>
/// <param name="Methods">By which methods.</param>
/// <param name="SignedInAt">When they signed in, in seconds since 1970.</param>
/// <param name="MfaAt">When they last gave a second factor, in seconds since 1970; null when they did not.</param>
internal sealed record Proof(IReadOnlyList<string> Methods, long SignedInAt, long? MfaAt)
{
    /// <summary>What a session or an earlier token says.</summary>
    public static Proof Of(ClaimsPrincipal holder) => new(
        [.. holder.FindAll(SessionClaims.Method).Select(claim => claim.Value)],
        Seconds(holder, SessionClaims.SignedInAt) ?? 0,
        Seconds(holder, Caller.MfaAtClaim));

    private static long? Seconds(ClaimsPrincipal holder, string claim) =>
        long.TryParse(holder.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;
}
