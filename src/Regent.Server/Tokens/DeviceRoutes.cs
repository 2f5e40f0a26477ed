using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Regent.Operations;
using Regent.Server.SignIn;
using Regent.Server.Tokens.Pages;

namespace Regent.Server.Tokens;

/// <summary>Where somebody types the code that a device shows, and lets it in or not.</summary>
internal static class DeviceRoutes
{
    public const string Address = "/device";

    private const string Unknown = "There is no such code, or no longer. Codes are good for a few minutes and once.";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, ShowAsync).RequireRateLimiting(AttemptLimit.Policy);
        routes.MapPost(Address, DecideAsync).RequireRateLimiting(AttemptLimit.Policy);
    }

    private static async Task<IResult> ShowAsync(
        [FromQuery(Name = "user_code")] string? code, string? done, HttpContext http, Wishes wishes, ConsentViews views, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return done is null
                ? new RazorComponentResult<DevicePage>()
                : new RazorComponentResult<DeviceDonePage>(new { IsLetIn = done == ConsentView.Yes });
        }

        return await ReadAsync(http, wishes, ct) is ({ } wish, _)
            ? new RazorComponentResult<DeviceConsentPage>(new { View = views.Of(wish, http.User), Code = code })
            : NoSuchCode(code);
    }

    private static async Task<IResult> DecideAsync(
        [FromForm(Name = "user_code")] string? code, [FromForm] string? decision,
        HttpContext http, Wishes wishes, Tickets tickets, Consents consents, CancellationToken ct)
    {
        if (await ReadAsync(http, wishes, ct) is not ({ } wish, { } asked) || Caller.From(http.User) is not { } caller)
        {
            return NoSuchCode(code);
        }

        if (decision != ConsentView.Yes)
        {
            return Results.Forbid(Then(ConsentView.No), [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        }

        var ticket = await tickets.ForPersonAsync(caller.Id, wish, Proof.Of(http.User), ct);
        if (ticket is null)
        {
            return NoSuchCode(code);
        }

        await consents.GiveAsync(caller.Id, wish, ct);
        return Results.SignIn(ticket, Then(ConsentView.Yes), OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static async Task<(Wish? Wish, ClaimsPrincipal? Asked)> ReadAsync(HttpContext http, Wishes wishes, CancellationToken ct)
    {
        var asked = (await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal;
        var client = asked?.GetClaim(OpenIddictConstants.Claims.ClientId);
        return client is null ? default : await wishes.ForPersonAsync(client, asked!.GetScopes(), http.Request, ct) switch
        {
            WishReading.Good(var wish) => (wish, asked),
            WishReading.Bad => default,
            _ => throw new UnreachableException(),
        };
    }

    private static AuthenticationProperties Then(string done) => new() { RedirectUri = $"{Address}?done={done}" };

    private static RazorComponentResult<DevicePage> NoSuchCode(string? code) => new(new { Code = code, Problem = Unknown });
}
