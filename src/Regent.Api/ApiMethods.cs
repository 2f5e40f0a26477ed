using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace Regent.Api;

/// <summary>Which methods each address of the API has.</summary>
internal sealed class ApiMethods(EndpointDataSource endpoints)
{
    private readonly Lazy<IReadOnlyList<Served>> all = new(() =>
    [
        .. endpoints.Endpoints.OfType<RouteEndpoint>().Where(route => route.Metadata.GetMetadata<ApiAddress>() is not null).Select(route => new Served(
            new TemplateMatcher(new RouteTemplate(route.RoutePattern), []), route.RoutePattern.InboundPrecedence,
            route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])),
    ]);

    /// <summary>The methods of what is meant by a path as it is routed, in order; none where nothing is.</summary>
    public IReadOnlyList<string> At(PathString path)
    {
        // Of several the one with fewer places to fill in is meant, as in routing.
        var meant = all.Value.Where(route => route.Form.TryMatch(path, [])).GroupBy(route => route.Precedence).MinBy(routes => routes.Key);
        var methods = (meant ?? Enumerable.Empty<Served>()).SelectMany(route => route.Methods).ToHashSet(StringComparer.Ordinal);
        return [.. (methods.Contains(HttpMethods.Get) ? methods.Append(HttpMethods.Head) : methods).Order(StringComparer.Ordinal)];
    }

    private sealed record Served(TemplateMatcher Form, decimal Precedence, IReadOnlyList<string> Methods);
}
