using Microsoft.AspNetCore.Http.HttpResults;
using Regent.Server.SignIn.Pages;

namespace Regent.Server.SignIn;

/// <summary>Where somebody goes on to. Only within this server: an address elsewhere would lend our name to whoever wrote it.</summary>
internal static class Back
{
    private const string LeadsElsewhere = "/oauth2/v2.0/authorize";

    public static string To(string? returnUrl) => IsWithin(returnUrl) ? returnUrl! : "/";

    /// <summary>
    /// Goes on after a form. Browsers follow a form of ours nowhere but to us, and where programs send people to sign in leads on to the
    /// program: there a page stands between.
    /// </summary>
    public static IResult On(string? returnUrl) => To(returnUrl) is var to && to.Split('?')[0].EndsWith(LeadsElsewhere, StringComparison.OrdinalIgnoreCase)
        ? new RazorComponentResult<GoOnPage>(new { To = to })
        : Results.LocalRedirect(to);

    /// <summary>A page of ours that leads on to the same place.</summary>
    public static string Through(string page, string? returnUrl) =>
        To(returnUrl) is "/" ? page : $"{page}?returnUrl={Uri.EscapeDataString(To(returnUrl))}";

    private static bool IsWithin(string? url) => url is ['/', ..] && RedirectHttpResult.IsLocalUrl(url);
}
