using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Regent.Operations.Ports;

namespace Regent.Server.SignIn;

/// <summary>
/// Ends the open page of somebody whose session is over: a circuit sends no requests that a cookie could be asked at. Looks again
/// after each commit, one of which is the sign-out, and now and then.
/// </summary>
internal sealed class SessionRevalidation : RevalidatingServerAuthenticationStateProvider
{
    private readonly SessionCheck check;
    private readonly ILogger log;
    private readonly IDisposable listening;
    private int commits;

    public SessionRevalidation(ILoggerFactory logs, SessionCheck check, IChangeFeed feed)
        : base(logs)
    {
        this.check = check;
        log = logs.CreateLogger<SessionRevalidation>();
        listening = feed.Subscribe(() => Task.Run(LookAsync));
    }

    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    /// <summary>Whether the session still holds; the page is told when it does not.</summary>
    public async Task<bool> HoldsAsync()
    {
        var state = await GetAuthenticationStateAsync();
        if (state.User.Identity?.IsAuthenticated != true)
        {
            return false;
        }

        var holds = await ValidateAuthenticationStateAsync(state, CancellationToken.None);
        if (!holds)
        {
            SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
        }

        return holds;
    }

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        check.IsSessionGoodAsync(authenticationState.User, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        listening.Dispose();
        base.Dispose(disposing);
    }

    // One look at a time; all commits that come meanwhile are answered by one more.
    private async Task LookAsync()
    {
        if (Interlocked.Increment(ref commits) > 1)
        {
            return;
        }

        try
        {
            int seen;
            do
            {
                seen = Volatile.Read(ref commits);
                await HoldsAsync();
            }
            while (Interlocked.CompareExchange(ref commits, 0, seen) != seen);
        }
        catch (Exception error)
        {
            Interlocked.Exchange(ref commits, 0);
            log.SessionNotSeen(error);
        }
    }
}
