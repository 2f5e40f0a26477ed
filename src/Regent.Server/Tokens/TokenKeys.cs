using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using OpenIddict.Validation;
using Regent.Storage.Accounts;

namespace Regent.Server.Tokens;

/// <summary>
/// The keys of tokens: the same on every server, kept over restarts, made anew when they are old. A new key is shown a day before it
/// signs, so that nobody meets a token whose key they could not know; an old one stays until nothing it signed can be good.
/// </summary>
internal sealed class TokenKeys(
    TokenKeyStore store, IDataProtectionProvider protection, TokenOptions options, TimeProvider clock,
    IOptionsMonitorCache<OpenIddictServerOptions> issuing, IOptionsMonitorCache<OpenIddictValidationOptions> reading) : IDisposable
{
    private static readonly TimeSpan ShownFirst = TimeSpan.FromDays(1);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(5);

    private readonly IDataProtector protector = protection.CreateProtector("Regent.TokenKeys");
    private readonly SemaphoreSlim gate = new(1);
    private DateTimeOffset? lookedAt;

    /// <summary>The keys that count; the first signs.</summary>
    public IReadOnlyList<KeyPair> Current { get; private set; } = [];

    /// <summary>Looks again when it is time to: what another server made is taken over, what is too old is replaced.</summary>
    public async ValueTask FreshenAsync(CancellationToken ct)
    {
        if (IsFresh(clock.GetUtcNow()))
        {
            return;
        }

        await gate.WaitAsync(ct);
        try
        {
            var now = clock.GetUtcNow();
            if (!IsFresh(now))
            {
                Take(await ReadAsync(now, ct), now);
            }
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private bool IsFresh(DateTimeOffset now) => lookedAt is { } looked && now - looked < LookEvery && now >= looked;

    private async Task<IReadOnlyList<TokenKey>> ReadAsync(DateTimeOffset now, CancellationToken ct)
    {
        var keys = await store.ListAsync(ct);
        if (keys is [var newest, ..] && newest.CreatedAt > now - options.NewKeyAfter)
        {
            return keys;
        }

        await store.AddAsync(KeyPair.Make(protector, now), unlessSince: now - options.NewKeyAfter, ct);
        await store.RemoveAsync(before: now - options.NewKeyAfter - options.RefreshGoodFor - ShownFirst - ShownFirst, ct);
        return await store.ListAsync(ct);
    }

    private void Take(IReadOnlyList<TokenKey> keys, DateTimeOffset now)
    {
        var pairs = keys.Select(key => KeyPair.Read(protector, key)).ToList();
        var signs = pairs.Find(pair => pair.CreatedAt <= now - ShownFirst) ?? pairs[^1];
        IReadOnlyList<KeyPair> ordered = [signs, .. pairs.Where(pair => pair != signs)];
        var isNews = !Names(ordered).SequenceEqual(Names(Current));
        Current = ordered;
        lookedAt = now;
        if (isNews)
        {
            issuing.TryRemove(Options.DefaultName);
            reading.TryRemove(Options.DefaultName);
        }
    }

    private static IEnumerable<string> Names(IEnumerable<KeyPair> pairs) => pairs.Select(pair => pair.Signing.Key.KeyId);
}
