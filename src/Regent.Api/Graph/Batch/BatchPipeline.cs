using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Regent.Api.Graph.Protocol;

namespace Regent.Api.Graph.Batch;

/// <summary>
/// Sends the requests of a batch through everything that a request of its own would pass: the gate, the limits, the handlers, and what
/// watches over them.
/// </summary>
internal sealed class BatchPipeline(IServiceScopeFactory services)
{
    // These belong to the connection and the caller, not to one request among several.
    private static readonly string[] NotForOne = ["Authorization", "Cookie", "Host", "Content-Length", "Transfer-Encoding", "Connection"];

    private RequestDelegate? rest;

    /// <summary>Remembers what follows in the pipeline, when that is put together.</summary>
    public RequestDelegate Before(RequestDelegate next) => rest = next;

    /// <summary>Whether a request is one of a batch itself.</summary>
    public static bool IsBatched(HttpContext context) => context.Features.Get<Batched>() is not null;

    /// <summary>What comes of a request that is sent by the sender of the whole batch.</summary>
    public async Task<BatchAnswer> SendAsync(HttpContext whole, BatchedRequest request)
    {
        using var body = new MemoryStream(request.Content(), writable: false);
        using var answer = new MemoryStream();
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(Request(whole.Request, request, body));
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(answer));
        features.Set(whole.Features.Get<IHttpConnectionFeature>());
        features.Set(whole.Features.Get<IHttpRequestLifetimeFeature>());
        features.Set(new Batched());

        await using var scope = services.CreateAsyncScope();
        var context = new DefaultHttpContext(features) { RequestServices = scope.ServiceProvider };
        await rest!(context);
        await context.Response.CompleteAsync();
        return BatchAnswer.Of(request.Id, context.Response, answer.ToArray());
    }

    private static HttpRequestFeature Request(HttpRequest whole, BatchedRequest request, MemoryStream body)
    {
        var (path, query) = request.Url.Split('#')[0].Split('?', 2) is [var before, var after] ? (before, $"?{after}") : (request.Url.Split('#')[0], "");
        var address = PathString.FromUriComponent($"/{path.TrimStart('/')}");
        return new HttpRequestFeature
        {
            Protocol = whole.Protocol,
            Scheme = whole.Scheme,
            Method = request.Method,
            PathBase = whole.PathBase,
            Path = GraphEnvelope.Covers(address) ? address : $"/{whole.Path.Value!.Split('/')[1]}{address}",
            QueryString = query,
            Headers = Headers(whole, request, body.Length),
            Body = body,
        };
    }

    private static IHeaderDictionary Headers(HttpRequest whole, BatchedRequest request, long length)
    {
        var headers = (IHeaderDictionary)new HeaderDictionary();
        foreach (var (name, value) in request.Headers.Where(header => !NotForOne.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            headers[name] = value;
        }

        headers.Host = whole.Headers.Host;
        headers.Authorization = whole.Headers.Authorization;
        if (length > 0)
        {
            headers.ContentType = request.ContentType;
            headers.ContentLength = length;
        }

        return headers;
    }

    private sealed class Batched;
}
