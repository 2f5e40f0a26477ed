using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Regent.Operations;
using Regent.Server.SignIn;
using Regent.Server.Tokens.Pages;

namespace Regent.Server.Tokens;

/// <summary>The page that says which program wants what, before it gets it.</summary>
internal static class ConsentRoutes
{
    public const string Address = "/sign-in/consent";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, ShowAsync);
        routes.MapPost(Address, DecideAsync).RequireRateLimiting(AttemptLimit.Policy);
    }

    private static async Task<IResult> ShowAsync(string? returnUrl, HttpContext http, Wishes wishes, ConsentViews views, CancellationToken ct) =>
        await ReadAsync(returnUrl, http, wishes, ct) is { } wish
            ? new RazorComponentResult<ConsentPage>(new { View = views.Of(wish, http.User, returnUrl!) })
            : Results.LocalRedirect("/");

    private static async Task<IResult> DecideAsync(
        [FromForm] string? returnUrl, [FromForm] string? decision, HttpContext http, Wishes wishes, Consents consents, CancellationToken ct)
    {
        if (await ReadAsync(returnUrl, http, wishes, ct) is not { } wish || Caller.From(http.User) is not { } caller)
        {
            return Results.LocalRedirect("/");
        }

        if (decision != ConsentView.Yes)
        {
            return Back.On(QueryHelpers.AddQueryString(returnUrl!, AuthorizeRoute.Denied, "true"));
        }

        await consents.GiveAsync(caller.Id, wish, ct);
        return Back.On(returnUrl!);
    }

    /// <summary>What is asked at the address that leads back; null when it is not that of a program's request.</summary>
    private static async Task<Wish?> ReadAsync(string? returnUrl, HttpContext http, Wishes wishes, CancellationToken ct)
    {
        if (Back.To(returnUrl) is var back && !back.Split('?')[0].EndsWith(AuthorizeRoute.Address, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var query = QueryHelpers.ParseQuery(back[back.IndexOf('?', StringComparison.Ordinal)..]);
        var scopes = query["scope"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return await wishes.ForPersonAsync(query["client_id"], scopes, http.Request, ct) is WishReading.Good(var wish) ? wish : null;
    }
}
