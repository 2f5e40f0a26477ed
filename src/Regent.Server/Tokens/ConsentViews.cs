using System.Security.Claims;
using Microsoft.AspNetCore.WebUtilities;
using Regent.Operations.Ports;
using Regent.Server.SignIn;
using Regent.Server.Tokens.Pages;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Regent.Server.Tokens;

/// <summary>Puts together what the pages of consent show.</summary>
internal sealed class ConsentViews(IPermissionCatalog catalog)
{
    /// <summary>For somebody who is sent back to a program.</summary>
    public ConsentView Of(Wish wish, ClaimsPrincipal session, string returnUrl)
    {
        var (path, query) = (returnUrl.Split('?')[0], QueryHelpers.ParseQuery(returnUrl.Split('?')[^1]));
        return Of(wish, session) with
        {
            ReturnUrl = returnUrl,
            LeadsTo = Uri.TryCreate(query["redirect_uri"], UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Authority) : null,
            SomebodyElse = QueryHelpers.AddQueryString(
                path, query.Where(one => one.Key != Parameters.Prompt).Append(new(Parameters.Prompt, PromptValues.Login))),
        };
    }

    /// <summary>For somebody who lets a device in.</summary>
    public ConsentView Of(Wish wish, ClaimsPrincipal session) => new(
        wish.App.Name,
        session.FindFirstValue(SessionClaims.Name) ?? "",
        session.FindFirstValue(SessionClaims.UserPrincipalName) ?? "",
        [.. wish.Names.Select(name => (name, catalog.All.FirstOrDefault(one => one.Name == name)?.Description ?? name))]);
}
