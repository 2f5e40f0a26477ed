using System.Security.Cryptography;
using System.Text;
using Regent.Core.Principals;
using Regent.Operations;
using Regent.Operations.Ports;
using Regent.Storage.Accounts;

namespace Regent.Server.SignIn;

/// <summary>Links with a secret of 160 random bits, long enough that its hash alone keeps it.</summary>
internal sealed class PasswordLinks(PasswordLinkStore store, NotificationOptions addresses, TimeProvider clock) : IPasswordLinks
{
    /// <summary>The page a link opens.</summary>
    public const string Page = "sign-in/password";

    private const int SecretLetters = 40;

    public async Task<PasswordLink> MakeAsync(PrincipalId person, TimeSpan lifetime, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var secret = RandomNumberGenerator.GetHexString(SecretLetters, lowercase: true);
        await store.AddAsync(person.Value, Hash(secret), now, now + lifetime, ct);
        return new PasswordLink(addresses.To($"{Page}?link={secret}"), now + lifetime);
    }

    /// <summary>Whose link this is; null when it is not good, or no longer.</summary>
    public async Task<PrincipalId?> HolderAsync(string? secret, CancellationToken ct) =>
        IsOne(secret) && await store.FindAsync(Hash(secret!), clock.GetUtcNow(), ct) is { } holder ? new PrincipalId(holder) : null;

    /// <summary>Uses the link up; null when it is not good, or no longer.</summary>
    public async Task<PrincipalId?> TryTakeAsync(string? secret, CancellationToken ct) =>
        IsOne(secret) && await store.TryTakeAsync(Hash(secret!), clock.GetUtcNow(), ct) is { } holder ? new PrincipalId(holder) : null;

    private static bool IsOne(string? secret) => secret?.Length == SecretLetters;

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
