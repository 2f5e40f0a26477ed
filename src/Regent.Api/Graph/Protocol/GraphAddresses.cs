using Microsoft.AspNetCore.Http;

namespace Regent.Api.Graph.Protocol;

/// <summary>Brings Graph's addresses into the form its routes know. Comes before routing.</summary>
internal sealed class GraphAddresses(RequestDelegate next)
{
    // Made from its value as it is: a path made of a text would be unescaped once more.
    public Task InvokeAsync(HttpContext context) =>
        context.Request.Path.Value is { } path && MayBe(path) && new PathString(Addresses.Normal(path)) is var normal && GraphEnvelope.Covers(normal)
            ? next.AsAsync(context, normal)
            : next(context);

    // Most requests are for pages, and need not be taken apart.
    private static bool MayBe(string path) =>
        Array.Exists(GraphEnvelope.Versions, version => path.AsSpan().TrimStart('/').StartsWith(version, StringComparison.OrdinalIgnoreCase));
}
