using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Regent.Core.Principals;
using Regent.Operations;
using Regent.Server.SignIn.Pages;

namespace Regent.Server.SignIn;

/// <summary>Choosing a password with a one-time link. Opening the link changes nothing, for programs that read mail open links too.</summary>
internal static class PasswordLinkRoutes
{
    private const string Address = $"/{PasswordLinks.Page}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, ShowAsync);
        routes.MapPost(Address, ChooseAsync).RequireRateLimiting(AttemptLimit.Policy);
    }

    private static async Task<IResult> ShowAsync(
        string? link, HttpContext http, PasswordChoice choice, SetUpCodes setUp, CancellationToken ct)
    {
        // The address of this page is a secret; no other page is told where the visitor came from.
        http.Response.Headers["Referrer-Policy"] = "strict-origin";
        return await choice.HolderAsync(link, ct) is { } person ? Page(await ViewAsync(link!, person, http, setUp, ct)) : Dead();
    }

    private static async Task<IResult> ChooseAsync(
        [FromForm] string? link, [FromForm] string? password, [FromForm] string? repeated,
        HttpContext http, PasswordChoice choice, AccountMaker maker, Sessions sessions, SetUpCodes setUp, CancellationToken ct)
    {
        if (await choice.HolderAsync(link, ct) is { } person)
        {
            var view = await ViewAsync(link!, person, http, setUp, ct) with
            {
                Problems = await maker.ProblemsAsync(person.UserPrincipalName!, password ?? ""),
                RepeatedProblem = password == repeated ? null : "The two passwords are not the same.",
            };
            if (view.CanNotGoOn)
            {
                return Page(view);
            }
        }

        if (!await choice.ChooseAsync(link, password ?? "", ct))
        {
            return Dead();
        }

        // Whoever sat here before, the next one in is who the new password lets in.
        await sessions.EndAsync();
        return Results.LocalRedirect("/sign-in?passwordSet=true");
    }

    private static async Task<PasswordLinkView> ViewAsync(
        string link, Principal person, HttpContext http, SetUpCodes setUp, CancellationToken ct) =>
        new(link, person.UserPrincipalName!.Value)
        {
            SignedInAs = Caller.From(http.User) is { } caller && caller.Id != person.Id ? http.User.Identity?.Name : null,
            IsTooEarly = await setUp.IsOpenAsync(ct),
        };

    private static RazorComponentResult<PasswordLinkPage> Page(PasswordLinkView view) => new(new { View = view });

    private static RazorComponentResult<DeadLinkPage> Dead() => new() { StatusCode = StatusCodes.Status410Gone };
}
