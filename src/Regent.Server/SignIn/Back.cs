using Microsoft.AspNetCore.Http.HttpResults;

namespace Regent.Server.SignIn;

/// <summary>Where somebody goes on to. Only within this server: an address elsewhere would lend our name to whoever wrote it.</summary>
internal static class Back
{
    public static string To(string? returnUrl) => IsWithin(returnUrl) ? returnUrl! : "/";

    /// <summary>A page of ours that leads on to the same place.</summary>
    public static string Through(string page, string? returnUrl) =>
        To(returnUrl) is "/" ? page : $"{page}?returnUrl={Uri.EscapeDataString(To(returnUrl))}";

    private static bool IsWithin(string? url) => url is ['/', ..] && RedirectHttpResult.IsLocalUrl(url);
}
