using Microsoft.AspNetCore.Authentication;

namespace Regent.Server.Tokens;

/// <summary>Whose tokens are taken.</summary>
internal sealed class BearerOptions : AuthenticationSchemeOptions
{
    /// <summary>Whom the tokens of registered programs must be for. Regent's own are for everything.</summary>
    public string Audience { get; set; } = "";
}
