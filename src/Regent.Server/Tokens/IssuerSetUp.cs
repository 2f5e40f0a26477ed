using Microsoft.Extensions.Options;
using OpenIddict.Server;
using Regent.Operations;

namespace Regent.Server.Tokens;

/// <summary>What the issuer of tokens is only told at run time: who it is, with which keys, by which clock.</summary>
internal sealed class IssuerSetUp(TokenKeys keys, TokenOptions issuing, NotificationOptions links, Tenant tenant, TimeProvider clock)
    : IConfigureOptions<OpenIddictServerOptions>
{
    public void Configure(OpenIddictServerOptions options)
    {
        // One and the same, by whatever address the server is reached: a token is good at all of them.
        options.Issuer = new Uri($"{(issuing.Issuer ?? links.PublicUrl).AbsoluteUri.TrimEnd('/')}/{tenant.Id:D}/v2.0");
        options.TimeProvider = clock;
        options.AccessTokenLifetime = issuing.AccessGoodFor;
        options.IdentityTokenLifetime = issuing.AccessGoodFor;
        options.RefreshTokenLifetime = issuing.RefreshGoodFor;
        options.SigningCredentials.AddRange(keys.Current.Select(pair => pair.Signing));
        options.EncryptionCredentials.AddRange(keys.Current.Select(pair => pair.Hiding));
    }
}
