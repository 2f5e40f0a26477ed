using System.Net;

namespace Regent.Targets.Kubernetes;

/// <summary>
/// Carries the official client's calls over Regent's own connections: the client's would take a certificate for another name as good as
/// long as its authority is known. Waits where the API server asks to.
/// </summary>
internal sealed class KubernetesWire(KubernetesTargetOptions options, TimeProvider clock) : DelegatingHandler
{
    private static readonly TimeSpan WaitUnlessTold = TimeSpan.FromSeconds(1);

    private readonly HttpMessageInvoker http = new(TargetHttp.Handler(options.Authorities, options.Timeout));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        while (true)
        {
            var response = await http.SendAsync(request, cancellationToken);
            if (response.StatusCode != HttpStatusCode.TooManyRequests)
            {
                return response;
            }

            var wait = response.Headers.RetryAfter?.Delta ?? WaitUnlessTold;
            response.Dispose();
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    protected override void Dispose(bool disposing)
    {
        http.Dispose();
        base.Dispose(disposing);
    }
}
