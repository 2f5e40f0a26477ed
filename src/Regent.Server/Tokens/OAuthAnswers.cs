using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;

namespace Regent.Server.Tokens;

/// <summary>A no in the words of OAuth, which the client gets the way its request came.</summary>
internal static class OAuthAnswers
{
    public static IResult No(string error, string why) => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = why,
        }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);

    public static IResult No(WishReading.Bad reading) => No(reading.Error, reading.Why);

    /// <summary>What was granted before does not hold any more.</summary>
    public static IResult NoLonger() => No(
        OpenIddictConstants.Errors.InvalidGrant,
        "What this was granted for does not hold any more: the account or the program was changed or disabled. Sign in again.");
}
