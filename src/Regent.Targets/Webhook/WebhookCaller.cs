using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Regent.Core.Targets;

namespace Regent.Targets.Webhook;

/// <summary>Sends signed calls, and reads the answers.</summary>
internal sealed class WebhookCaller(WebhookTargetOptions options, TargetId target, TimeProvider clock) : IDisposable
{
    private const int LongestReply = 8 * 1024 * 1024;

    // The other end may have stumbled over one of the things it was asked.
    private static readonly HttpStatusCode[] OfOne =
    [
        HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.UnprocessableEntity, HttpStatusCode.InternalServerError,
    ];

    private static readonly HttpStatusCode[] Later = [HttpStatusCode.RequestTimeout, HttpStatusCode.TooManyRequests];

    private readonly HttpClient client = new(Handler(options)) { Timeout = options.Timeout, MaxResponseContentBufferSize = LongestReply };

    /// <summary>Calls, and reads the answer; null where it has none. What goes wrong is a <see cref="WebhookException"/>.</summary>
    public async Task<WebhookReply?> SendAsync(string type, WebhookData data, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now).ToString("D");
        var told = new WebhookEvent("1.0", id, $"urn:regent:target:{target}", type, now, "application/json", data);
        using var request = Request(id, WebhookSignature.Time(now), JsonSerializer.SerializeToUtf8Bytes(told, WebhookJson.Default.WebhookEvent));
        using var response = await client.SendAsync(request, ct);
        var body = await response.Content.ReadAsByteArrayAsync(ct);
        return response.IsSuccessStatusCode ? Read(body) : throw new WebhookException(Setback(response.StatusCode, body));
    }

    /// <summary>What came from the other end or the way to it; null for everything else, such as the caller's own wish to stop.</summary>
    public static Setback? Setback(Exception error, CancellationToken ct) => error switch
    {
        WebhookException one => one.Setback,
        HttpRequestException { InnerException: WebhookException one } => one.Setback,
        OperationCanceledException when !ct.IsCancellationRequested => Unreachable("The other end did not answer in time."),
        HttpRequestException or IOException or SocketException => Unreachable($"{error.Message} {error.InnerException?.Message}".Trim()),
        _ => null,
    };

    public static WebhookException Nonsense(string words) => new(Unreachable(words));

    public void Dispose() => client.Dispose();

    private HttpRequestMessage Request(string id, string time, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents+json", "utf-8");
        return new HttpRequestMessage(HttpMethod.Post, options.Url)
        {
            Content = content,
            Headers =
            {
                { "accept", "application/json" },
                { "user-agent", "Regent" },
                { WebhookSignature.IdHeader, id },
                { WebhookSignature.TimeHeader, time },
                { WebhookSignature.SignatureHeader, WebhookSignature.Of(options.Keys, id, time, body) },
            },
        };
    }

    private static WebhookReply? Read(byte[] body)
    {
        try
        {
            return body is [] ? null : JsonSerializer.Deserialize(body, WebhookJson.Default.WebhookReply);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Setback Setback(HttpStatusCode status, byte[] body)
    {
        var words = $"HTTP {(int)status} {status}. {Read(body)?.Message}".TrimEnd();
        return (int)status >= 500 || Later.Contains(status)
            ? Unreachable(words, OfOne.Contains(status))
            : new Setback(TargetAnswer.Refused(words), OfOne.Contains(status));
    }

    private static Setback Unreachable(string words, bool isOfOne = false) => new(TargetAnswer.Unreachable(words), isOfOne);

    private static SocketsHttpHandler Handler(WebhookTargetOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        // A proxy would decide which address is connected to.
        UseProxy = false,
        ConnectCallback = WebhookConnector.For(options.AllowPrivate).ConnectAsync,
        ConnectTimeout = options.Timeout,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = Chain(options.Authorities) },
    };

    private static X509ChainPolicy? Chain(X509Certificate2Collection? authorities)
    {
        if (authorities is null)
        {
            return null;
        }

        var chain = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        chain.CustomTrustStore.AddRange(authorities);
        return chain;
    }
}
