using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Regent.Core.Principals;
using Regent.Operations;
using Regent.Operations.Ports;
using Regent.Storage.Accounts;

namespace Regent.Server.SignIn;

/// <summary>Begins, renews and ends sessions, and keeps who is half-way in.</summary>
internal sealed class Sessions(
    IHttpContextAccessor requests, UserManager<Account> accounts, IUnitOfWork unit, EndedSessionStore ended, SignInRecord record,
    TimeProvider clock)
{
    private HttpContext Request => requests.HttpContext ?? throw new InvalidOperationException("A session needs a request.");

    /// <summary>Begins a session for somebody who has proved who they are.</summary>
    public async Task BeginAsync(Account account, Principal person, params string[] methods)
    {
        var now = clock.GetUtcNow();
        await Request.SignOutAsync(Schemes.Pending);
        await Request.SignInAsync(
            Schemes.Session,
            SessionClaims.Session(account, person, methods, now),
            new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + SessionCheck.Longest });
    }

    /// <summary>Renews the running session, with a second factor just given or without; it does not last longer by that.</summary>
    public async Task RenewAsync(Account account, string? method)
    {
        var running = await Request.AuthenticateAsync(Schemes.Session);
        await Request.SignInAsync(
            Schemes.Session,
            SessionClaims.Renewed(running.Principal!, account, method, clock.GetUtcNow()),
            new AuthenticationProperties { IssuedUtc = running.Properties?.IssuedUtc, ExpiresUtc = running.Properties?.ExpiresUtc });
    }

    /// <summary>Ends the running session, in this browser and in whatever has a copy of its cookie or a page of it open.</summary>
    public async Task EndAsync(CancellationToken ct)
    {
        if (Caller.From(Request.User) is { } caller && SessionClaims.IdOf(Request.User) is { } id
            && SessionClaims.BeganAt(Request.User) is { } began)
        {
            await unit.RunAsync(
                async token =>
                {
                    await ended.EndAsync(id, began + SessionCheck.Longest, clock.GetUtcNow(), token);
                    await record.SignedOutAsync(caller.Id.Value, token);
                    return id;
                },
                ct);
        }

        await Request.SignOutAsync(Schemes.Pending);
        await Request.SignOutAsync(Schemes.Session);
    }

    /// <summary>The account of the running session.</summary>
    public async Task<Account?> CurrentAsync() =>
        Caller.From(Request.User) is { } caller ? await accounts.FindByIdAsync(caller.Id.ToString()) : null;

    /// <summary>Remembers for a few minutes that the password was right.</summary>
    public Task AwaitSecondFactorAsync(Account account)
    {
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()), new Claim(SessionClaims.Stamp, account.SecurityStamp ?? "")],
            Schemes.Pending);
        return Request.SignInAsync(Schemes.Pending, new ClaimsPrincipal(identity));
    }

    /// <summary>Whose second factor is awaited; null when nobody's is, or no longer.</summary>
    public async Task<Account?> AwaitedAsync()
    {
        var pending = (await Request.AuthenticateAsync(Schemes.Pending)).Principal;
        var stamp = pending?.FindFirstValue(SessionClaims.Stamp);
        var account = pending?.FindFirstValue(ClaimTypes.NameIdentifier) is { } id ? await accounts.FindByIdAsync(id) : null;
        return account?.SecurityStamp == stamp ? account : null;
    }
}
