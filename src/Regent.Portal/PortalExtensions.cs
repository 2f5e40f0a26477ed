using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.FluentUI.AspNetCore.Components;
using Regent.Portal.Pages.Apps;
using Regent.Portal.Pages.Audit;
using Regent.Portal.Parts;

namespace Regent.Portal;

/// <summary>The portal's door: what the host adds, and what it maps.</summary>
public static class PortalExtensions
{
    // Nothing is ever asked of another host. Styles may be inline because components set sizes by attribute.
    private const string ContentPolicy =
        "default-src 'self'; base-uri 'self'; object-src 'none'; frame-ancestors 'none'; form-action 'self'; "
        + "img-src 'self' data:; script-src 'self'; style-src 'self' 'unsafe-inline'";

    /// <summary>Adds what the portal's pages and parts need.</summary>
    public static IServiceCollection AddRegentPortal(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddFluentUIComponents();
        services.AddCascadingAuthenticationState();

        return services.AddParts();
    }

    /// <summary>Adds what the parts share while one reader looks at them.</summary>
    internal static IServiceCollection AddParts(this IServiceCollection services) => services
        .AddScoped<ReaderZone>().AddScoped<Pulse>().AddScoped<Handover>().AddSingleton<HandoverShelf>()
        .AddSingleton<AppOperations>();

    /// <summary>Answers browsers with pages of our own when something is missing or broke. Comes first in the pipeline.</summary>
    public static WebApplication UseRegentPortal(this WebApplication app)
    {
        app.Use(AddHeadersAsync);
        app.UseHsts();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseWhen(
            WantsPage,
            pages => pages.UseStatusCodePagesWithReExecute("/not-found", queryFormat: null, createScopeForStatusCodePages: true));
        // Routing comes after, so that the second run finds the page's route.
        app.UseRouting();

        return app;
    }

    /// <summary>Maps the portal's pages and those of the host's own assemblies (sign-in). Comes after authentication.</summary>
    public static WebApplication MapRegentPortal(this WebApplication app, params Assembly[] hostPages)
    {
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapAuditExport();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
            .AddAdditionalAssemblies(hostPages)
            .Add(GuardFrameworkRoutes);

        return app;
    }

    // Pages say themselves who may see them; the framework's routes do not. A live connection is only for those who are signed
    // in, the rest is the same for everybody.
    private static void GuardFrameworkRoutes(EndpointBuilder endpoint)
    {
        switch ((endpoint as RouteEndpointBuilder)?.RoutePattern.RawText?.Trim('/'))
        {
            case "_blazor" or "_blazor/negotiate" or "_blazor/disconnect":
                endpoint.Metadata.Add(new AuthorizeAttribute());
                break;
            case "_blazor/initializers" or "_framework/opaque-redirect":
                endpoint.Metadata.Add(new AllowAnonymousAttribute());
                break;
        }
    }

    private static bool WantsPage(HttpContext context) =>
        context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static Task AddHeadersAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

        return next(context);
    }
}
