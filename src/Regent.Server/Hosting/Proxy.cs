using Microsoft.AspNetCore.HttpOverrides;

namespace Regent.Server.Hosting;

/// <summary>Believes a proxy on this machine about who asks and whether by HTTPS. What anybody else says of themselves is not believed.</summary>
internal static class Proxy
{
    public static void UseProxyOnThisMachine(this WebApplication app) => app.UseForwardedHeaders(
        new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
}
