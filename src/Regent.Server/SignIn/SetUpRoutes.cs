using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Regent.Core;
using Regent.Core.Principals;
using Regent.Server.SignIn.Pages;
using Regent.Storage.Accounts;

namespace Regent.Server.SignIn;

/// <summary>The first administrator's way in, open while nobody has an account.</summary>
internal static class SetUpRoutes
{
    private const string Address = "/sign-in/set-up";
    private const string WrongCode = "This code is not right. Each start of the server prints a new one.";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, ShowAsync);
        routes.MapPost(Address, CreateAsync).RequireRateLimiting(AttemptLimit.Policy);
    }

    private static async Task<IResult> ShowAsync(SetUpCodes codes, CancellationToken ct) =>
        await codes.IsOpenAsync(ct) ? Page(new SetUpView()) : Results.LocalRedirect("/sign-in");

    private static async Task<IResult> CreateAsync(
        [AsParameters] SetUpForm form, SetUpCodes codes, FirstSignIn first, UserManager<Account> accounts, Arrival arrival, CancellationToken ct)
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

        var outcome = await first.CreateAsync(form, ct);
        if (outcome is Outcome<Principal>.Done { Value: var person })
        {
            var account = await accounts.FindByIdAsync(person.Id.ToString());
            return await arrival.CompleteAsync(account!, "/", [Methods.Password], ct) ?? Results.LocalRedirect("/sign-in");
        }

        var reasons = outcome is Outcome<Principal>.Refused refused ? refused.Reasons.Select(reason => reason.Message) : [WrongCode];
        return Page(view with { Problems = new Dictionary<string, IReadOnlyList<string>> { ["code"] = [.. reasons] } });
    }

    private static RazorComponentResult<SetUpPage> Page(SetUpView view) => new(new { View = view });
}
