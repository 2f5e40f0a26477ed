using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Regent.Server.Tokens;

/// <summary>Lets the issuer of tokens look only at requests for it. It would look at every one, and make each start wait for it.</summary>
internal sealed class SchemesByAddress(IOptions<AuthenticationOptions> options, IHttpContextAccessor requests) : AuthenticationSchemeProvider(options)
{
    public override Task<IEnumerable<AuthenticationScheme>> GetRequestHandlerSchemesAsync() =>
        requests.HttpContext is { } http && TokenAddresses.Covers(http.Request.Path)
            ? base.GetRequestHandlerSchemesAsync()
            : Task.FromResult(Enumerable.Empty<AuthenticationScheme>());
}
