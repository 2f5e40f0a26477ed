using Microsoft.AspNetCore.Http.HttpResults;
using Regent.Server.SignIn.Pages;

namespace Regent.Server.SignIn;

/// <summary>The first administrator's way in, open while nobody has an account.</summary>
internal static class SetUpRoutes
{
    private const string Address = "/sign-in/set-up";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, ShowAsync);
        routes.MapPost(Address, CreateAsync).RequireRateLimiting(AttemptLimit.Policy);
    }

    private static async Task<IResult> ShowAsync(SetUpCodes codes, CancellationToken ct) =>
        await codes.IsOpenAsync(ct) ? Page(new SetUpView()) : Results.LocalRedirect("/sign-in");

    private static async Task<IResult> CreateAsync([AsParameters] SetUpForm form, SetUpCodes codes, FirstSignIn first, CancellationToken ct)
    {
        if (!await codes.IsOpenAsync(ct))
        {
            return Results.LocalRedirect("/sign-in");
        }

        var view = new SetUpView { Code = form.Code, DisplayName = form.DisplayName, UserName = form.UserName };
        var problems = await first.ProblemsAsync(form);
        if (problems.Count > 0)
        {
            return Page(view with { Problems = problems });
        }

        return await codes.TryTakeAsync(form.Code, ct)
            ? await first.CreateAsync(form, ct)
            : Page(view with { Problems = new Dictionary<string, IReadOnlyList<string>> { ["code"] = ["This code is not right. Each start of the server prints a new one."] } });
    }

    private static RazorComponentResult<SetUpPage> Page(SetUpView view) => new(new { View = view });
}
