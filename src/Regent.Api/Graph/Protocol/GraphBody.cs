using Microsoft.AspNetCore.Http;
using Regent.Api.OData;

namespace Regent.Api.Graph.Protocol;

/// <summary>Reads bodies.</summary>
internal static class GraphBody
{
    /// <summary>The body as this contract, or what is wrong with it.</summary>
    public static Task<Reading<T>> ReadAsync<T>(HttpRequest request, CancellationToken ct)
        where T : class => JsonBody.ReadAsync<T>(request, GraphJson.Options, ct);
}
