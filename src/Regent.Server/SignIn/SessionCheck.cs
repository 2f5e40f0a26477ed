using System.Security.Claims;
using Regent.Operations;
using Regent.Operations.Ports;
using Regent.Storage.Accounts;

namespace Regent.Server.SignIn;

/// <summary>Whether what a session or token says still holds. Asked at every request, so that ending an account ends it everywhere.</summary>
internal sealed class SessionCheck(AccountGuard guard, EndedSessionStore ended, IDirectory directory, TimeProvider clock)
{
    /// <summary>How long a session lasts, however busy it is.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    /// <summary>
    /// True for a session that is not too old and was not signed out of, of an enabled principal, whose account has not been changed since.
    /// </summary>
    public async Task<bool> IsSessionGoodAsync(ClaimsPrincipal session, CancellationToken ct) =>
        SessionClaims.BeganAt(session) is { } began && clock.GetUtcNow() < began + Longest
        && SessionClaims.IdOf(session) is { } id && !await ended.IsEndedAsync(id, ct)
        && await IsGoodAsync(session, ct);

    /// <summary>True when the principal is enabled and the account, if there is one, still has the stamp of the claims.</summary>
    public async Task<bool> IsGoodAsync(ClaimsPrincipal holder, CancellationToken ct) =>
        Caller.From(holder) is { } caller
        && await StampAsync(caller.Id.Value, ct) == holder.FindFirstValue(SessionClaims.Stamp)
        && await directory.FindAsync(caller.Id, ct) is { IsEnabled: true };

    /// <summary>The account's stamp; empty for a principal without an account.</summary>
    public async Task<string> StampAsync(Guid account, CancellationToken ct) => await guard.StampAsync(account, ct) ?? "";
}
