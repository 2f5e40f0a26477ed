using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Regent.Api.OData;

/// <summary>
/// Where the next answer of a list begins. A token carries the fingerprint of the list it was made for, so that one that was
/// damaged, or is used for another list, is refused and never taken for the beginning.
/// </summary>
internal static class SkipToken
{
    public const string Option = "$skiptoken";

    private const int FingerprintLength = 16;

    /// <summary>The token for a place in the list that this request asks for.</summary>
    public static string At(string place, HttpRequest request) => Fingerprint(place, request) + place;

    /// <summary>The place a token names; null when it is no token of this list.</summary>
    public static string? Read(string token, HttpRequest request) =>
        token.Length > FingerprintLength && token[FingerprintLength..] is var place
        && string.Equals(Fingerprint(place, request), token[..FingerprintLength], StringComparison.OrdinalIgnoreCase)
            ? place
            : null;

    private static string Fingerprint(string place, HttpRequest request)
    {
        var list = string.Join('\n', request.Path.Value?.TrimEnd('/').ToUpperInvariant(), request.Query["$filter"], request.Query["$orderby"], place);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list)))[..FingerprintLength];
    }
}
