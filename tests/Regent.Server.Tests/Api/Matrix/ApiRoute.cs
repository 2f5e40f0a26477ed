using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Regent.Api.Graph.Protocol;

namespace Regent.Server.Tests.Api.Matrix;

/// <summary>One address of the API as the host maps it, with one method.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Template">With its places in braces; what both versions of Graph have stands here once, as of v1.0.</param>
/// <param name="Needs">What the token must carry; null when the address does not say.</param>
internal sealed record ApiRoute(string Method, string Template, TokenPermission? Needs)
{
    private const string Arm = "/arm/{scope}";

    public bool IsArm => Template.StartsWith(Arm, StringComparison.Ordinal);

    /// <summary>Without the version of Graph or the root of Regent's own, or what is asked of a scope.</summary>
    public string Path => IsArm ? Template[Arm.Length..] : Template[Template.IndexOf('/', 1)..];

    /// <summary>As programs write it.</summary>
    public string Address => !IsArm ? Template
        : Path.StartsWith("/lookup/", StringComparison.Ordinal) ? Path["/lookup".Length..] : $"{{scope}}/providers/Microsoft.Authorization{Path}";

    /// <summary>All of the API that a host maps.</summary>
    public static IReadOnlyList<ApiRoute> Of(IServiceProvider host) =>
    [
        .. host.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(
                route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [],
                (route, method) => new ApiRoute(
                    method, $"/{route.RoutePattern.RawText?.Trim('/')}", route.Metadata.GetMetadata<TokenPermission>()))
            .Where(route => route.IsArm || route.Template.StartsWith("/v1.0", StringComparison.Ordinal) || route.Template.StartsWith("/beta", StringComparison.Ordinal)
                || route.Template.StartsWith("/api/", StringComparison.Ordinal))
            .Select(route => route.Template.LastIndexOf('/') == 0 ? route with { Template = $"{route.Template}/" } : route)
            .OrderByDescending(route => route.Template.StartsWith("/v1.0/", StringComparison.Ordinal))
            .DistinctBy(route => (route.Method, route.IsArm, route.Path))
            .OrderBy(route => route.IsArm).ThenBy(route => route.Path, StringComparer.Ordinal).ThenBy(route => route.Method, StringComparer.Ordinal),
    ];

    public override string ToString() => $"{Method} {Address}";
}
