using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Regent.Server.Tests.Architecture;

/// <summary>Every route of the real host passes the authorization gate, or is listed here as open to anybody.</summary>
public sealed class EndpointTests(EndpointTests.Host host) : IClassFixture<EndpointTests.Host>
{
    private static readonly string[] OpenToAnybody =
    [
        "/healthz",
        "/v1.0/",
        "/v1.0/$metadata",
        "/beta/",
        "/beta/$metadata",
        "/ssh/{target}/ca.pub",
        "/ssh/{target}/krl",
        "/openapi",
        "/openapi/v1.json",
        "/error",
        "/not-found",
        "/sign-in",
        "/sign-in/forgotten",
        "/sign-in/passkey",
        "/sign-in/passkey/options",
        "/sign-in/password",
        "/sign-in/second-factor",
        "/sign-in/second-factor/passkey",
        "/sign-in/second-factor/passkey/options",
        "/sign-in/second-factor/recovery-code",
        "/sign-in/set-up",
        "/sign-out",
        "/oauth2/v2.0/authorize",
        "/oauth2/v2.0/token",
        "/oauth2/v2.0/logout",
        "/oidc/userinfo",
        "/_blazor/initializers/",
        "/_framework/opaque-redirect",
    ];

    [Fact]
    public void Every_route_names_who_may_pass()
    {
        var nameless = host.Routes.Where(route => !IsOpen(route) && !IsGuarded(route));

        Violations.None(nameless.Select(Name));
    }

    [Fact]
    public void Only_the_listed_routes_are_open_to_anybody()
    {
        var open = host.Routes.Where(IsOpen).Select(Name).Distinct().ToList();

        Violations.None(open.Except(OpenToAnybody));
        Violations.None(OpenToAnybody.Except(open).Select(route => $"{route} is listed but not open"));
    }

    [Fact]
    public void Everything_that_is_tried_at_the_door_is_bounded()
    {
        var unbounded = host.Routes.Where(route => IsOpen(route) && Name(route).StartsWith("/sign-in", StringComparison.Ordinal) && TakesForms(route)
            && route.Metadata.GetMetadata<EnableRateLimitingAttribute>() is null);

        Violations.None(unbounded.Select(Name));
    }

    private static bool TakesForms(RouteEndpoint route) =>
        route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Post) == true;

    private static bool IsOpen(RouteEndpoint route) => route.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static bool IsGuarded(RouteEndpoint route) =>
        route.Metadata.GetMetadata<IAuthorizeData>() is not null || route.Metadata.GetMetadata<AuthorizationPolicy>() is not null;

    private static string Name(RouteEndpoint route) => $"/{route.RoutePattern.RawText?.TrimStart('/')}";

    /// <summary>The portal's files are the same for everybody. The catch-all serves them from their folders until they are published.</summary>
    private static bool IsFile(RouteEndpoint route) =>
        route.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || route.RoutePattern.RawText == "{**path:file}";

    public sealed class Host : WebApplicationFactory<Program>
    {
        private readonly string folder = Directory.CreateTempSubdirectory("regent-routes-").FullName;

        internal IReadOnlyList<RouteEndpoint> Routes =>
        [
            .. Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).Cast<RouteEndpoint>()
                .Where(route => !IsFile(route)),
        ];

        protected override void ConfigureWebHost(IWebHostBuilder builder) =>
            builder.UseEnvironment("Production").UseSetting("Regent:Data", folder).ConfigureLogging(logging => logging.ClearProviders());

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }
}
