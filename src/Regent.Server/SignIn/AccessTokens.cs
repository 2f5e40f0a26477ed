using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Regent.Core.Principals;
using Regent.Operations.Ports;

namespace Regent.Server.SignIn;

/// <summary>Bearer tokens: sealed by the key ring, good until they expire, the principal is disabled, or the account changes.</summary>
internal sealed class AccessTokens(IDataProtectionProvider protection, IDirectory directory, SessionCheck check)
{
    // Makes a leaked token easy to find in logs and repositories.
    private const string Prefix = "regent_";

    private readonly IDataProtector protector = protection.CreateProtector("Regent.AccessTokens");

    /// <summary>Whether it is one of these tokens, good or not.</summary>
    public static bool IsOne(string token) => token.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>A token for the principal.</summary>
    public async Task<string> IssueAsync(PrincipalId principal, TimeSpan lifetime, DateTimeOffset now, CancellationToken ct)
    {
        var content = new Content(principal.Value, await check.StampAsync(principal.Value, ct), (now + lifetime).ToUnixTimeSeconds());
        return Prefix + Base64Url.EncodeToString(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(content)));
    }

    /// <summary>The token's holder; null when it is not good, or no longer.</summary>
    public async Task<ClaimsPrincipal?> ReadAsync(string token, DateTimeOffset now, CancellationToken ct)
    {
        if (Open(token) is not { } content || now.ToUnixTimeSeconds() >= content.ExpiresAt
            || await directory.FindAsync(new PrincipalId(content.Principal), ct) is not { } person)
        {
            return null;
        }

        var holder = SessionClaims.Token(person, content.Stamp);
        return await check.IsGoodAsync(holder, ct) ? holder : null;
    }

    private Content? Open(string token)
    {
        var text = token.AsSpan();
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || !Base64Url.IsValid(text[Prefix.Length..]))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Content>(protector.Unprotect(Base64Url.DecodeFromChars(text[Prefix.Length..])));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record Content(Guid Principal, string Stamp, long ExpiresAt);
}
