using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Regent.Targets;

/// <summary>
/// Waits where a server is busy and says when to come again. A wait that is not in time is left to the caller to tell; until it is over,
/// other calls to the same server are answered here, without being made.
/// </summary>
/// <param name="inner">The way there.</param>
/// <param name="longest">How long one call may take.</param>
/// <param name="patience">Knows which servers are to be left alone.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class PatientHandler(HttpMessageHandler inner, TimeSpan longest, Patience patience, TimeProvider clock) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var server = request.RequestUri!;
        for (var end = clock.GetUtcNow() + longest; ;)
        {
            var left = patience.Left(server);
            var response = left is null ? await base.SendAsync(request, cancellationToken) : Busy(request, left.Value);
            var wait = left ?? patience.Heed(server, response);
            if (wait is null || clock.GetUtcNow() + wait >= end)
            {
                return response;
            }

            response.Dispose();
            await Task.Delay(wait.Value, clock, cancellationToken);
        }
    }

    // In the shape in which Microsoft's services say so themselves; others look at the status alone.
    private static HttpResponseMessage Busy(HttpRequestMessage request, TimeSpan left)
    {
        var seconds = Math.Ceiling(left.TotalSeconds);
        return new HttpResponseMessage(HttpStatusCode.TooManyRequests)
        {
            RequestMessage = request,
            Headers = { RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds)) },
            Content = JsonContent.Create(new { error = new { code = "TooManyRequests", message = $"It asked to be left alone for {seconds:0} seconds more." } }),
        };
    }
}
