namespace Regent.Targets.Kubernetes;

/// <summary>
/// Carries the official client's calls over Regent's own connections: the client's would take a certificate for another name as good as
/// long as its authority is known, and read answers without end. Waits where the API server asks to.
/// </summary>
internal sealed class KubernetesWire(KubernetesTargetOptions options, TimeProvider clock) : DelegatingHandler
{
    private readonly HttpMessageInvoker http = new(
        TargetHttp.Patiently(TargetHttp.Handler(options.Authorities, options.Timeout), options.Timeout, new Patience(clock), clock));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        http.SendAsync(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        http.Dispose();
        base.Dispose(disposing);
    }
}
