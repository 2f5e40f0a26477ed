using System.Net;

namespace Regent.Targets;

/// <summary>Waits where a server is busy and says when to come again; a wait that is not in time is left to the caller to tell.</summary>
/// <param name="inner">The way there.</param>
/// <param name="longest">How long one call may take.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class PatientHandler(HttpMessageHandler inner, TimeSpan longest, TimeProvider clock) : DelegatingHandler(inner)
{
    private static readonly TimeSpan WaitUnlessTold = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(100);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        while (true)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (WaitOf(response, clock) is not { } wait || wait >= longest)
            {
                return response;
            }

            response.Dispose();
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    /// <summary>How long the server asks to wait; null when it does not.</summary>
    public static TimeSpan? WaitOf(HttpResponseMessage response, TimeProvider clock)
    {
        var told = response.Headers.RetryAfter;
        var wait = told?.Delta ?? told?.Date - clock.GetUtcNow();
        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => NotAtOnce(wait ?? WaitUnlessTold),
            HttpStatusCode.ServiceUnavailable when wait is { } span => NotAtOnce(span),
            _ => null,
        };
    }

    private static TimeSpan NotAtOnce(TimeSpan wait) => wait > ShortestWait ? wait : ShortestWait;
}
