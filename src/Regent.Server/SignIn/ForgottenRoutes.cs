using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Regent.Core.Principals;
using Regent.Operations;
using Regent.Operations.Accounts;
using Regent.Operations.Ports;
using Regent.Server.SignIn.Pages;

namespace Regent.Server.SignIn;

/// <summary>Asking for a link to choose a password. The answer is the same for every name.</summary>
internal static class ForgottenRoutes
{
    private const string Address = "/sign-in/forgotten";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, ShowAsync);
        routes.MapPost(Address, AskAsync).RequireRateLimiting(AttemptLimit.Policy);
    }

    private static async Task<IResult> ShowAsync(
        bool? asked, SetUpCodes setUp, IMailer mailer, PasswordLinkOptions options, CancellationToken ct) =>
        await setUp.IsOpenAsync(ct)
            ? Results.LocalRedirect("/sign-in/set-up")
            : Page(new ForgottenView(mailer.Delivers, options.ResetGoodFor) { Asked = asked == true });

    private static async Task<IResult> AskAsync(
        [FromForm] string? userName, AskForPassword ask, IMailer mailer, PasswordLinkOptions options, CancellationToken ct)
    {
        var view = new ForgottenView(mailer.Delivers, options.ResetGoodFor);
        if (!UserPrincipalName.TryParse(userName, out var name))
        {
            return Page(view with { UserName = userName, Problem = "A user name looks like ada@example.org." });
        }

        if (!mailer.Delivers)
        {
            return Page(view);
        }

        await ask.ExecuteAsync(name, ct);
        return Results.LocalRedirect($"{Address}?asked=true");
    }

    private static RazorComponentResult<ForgottenPage> Page(ForgottenView view) => new(new { View = view });
}
