using Azure.Core;

namespace Regent.Targets;

/// <summary>Has the tokens of a tenant. They are kept to their end, unless they are refused before it.</summary>
/// <param name="make">Makes a credential without any token.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class TenantCredential(Func<TokenCredential> make, TimeProvider clock) : TokenCredential
{
    /// <summary>Where tokens as new as this are refused, another one would be too.</summary>
    private static readonly TimeSpan New = TimeSpan.FromMinutes(1);

    private readonly Lock only = new();
    private DateTimeOffset? droppedAt;

    /// <summary>What has the tokens now.</summary>
    public TokenCredential Current { get; private set; } = make();

    /// <summary>Drops the tokens of what was current when one of them was refused; false where that was done a moment ago.</summary>
    public bool Drop(TokenCredential refused)
    {
        lock (only)
        {
            var now = clock.GetUtcNow();
            if (refused == Current)
            {
                if (droppedAt is { } last && now - last < New)
                {
                    return false;
                }

                (Current, droppedAt) = (make(), now);
            }

            return true;
        }
    }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        Current.GetToken(requestContext, cancellationToken);

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        Current.GetTokenAsync(requestContext, cancellationToken);
}
