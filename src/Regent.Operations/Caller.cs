using System.Globalization;
using System.Security.Claims;
using Regent.Core.Assignments;
using Regent.Core.Principals;

namespace Regent.Operations;

/// <summary>Who is calling, made once at the edge from a validated session or token.</summary>
/// <param name="Id">The principal.</param>
/// <param name="MfaAt">When a second factor was last given in this session; null when none was.</param>
public sealed record Caller(PrincipalId Id, DateTimeOffset? MfaAt)
{
    /// <summary>How they proved who they are in this session, in the words of RFC 8176.</summary>
    public IReadOnlySet<string> Methods { get; init; } = new HashSet<string>();

    /// <summary>What a program that acts for itself was granted; nothing for anybody else.</summary>
    public IReadOnlySet<Power> Powers { get; init; } = new HashSet<Power>();

    /// <summary>The claim that holds the principal's id.</summary>
    public const string IdClaim = "oid";

    /// <summary>The claim that holds the time of the last second factor, in seconds since 1970.</summary>
    public const string MfaAtClaim = "mfa_at";

    /// <summary>The claim that holds how they signed in, once for each method.</summary>
    public const string MethodClaim = "amr";

    public bool Equals(Caller? other) => other is not null && (Id, MfaAt) == (other.Id, other.MfaAt) && Methods.SetEquals(other.Methods)
        && Powers.SetEquals(other.Powers);

    public override int GetHashCode() => Id.GetHashCode();

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
            given && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null)
        {
            Methods = user.FindAll(MethodClaim).Select(claim => claim.Value).ToHashSet(),
        };
    }
}
