using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Regent.Core.Targets;

namespace Regent.Targets.Scim;

/// <summary>Calls an application. What goes wrong is in the reply: nothing but the caller's own end is thrown.</summary>
internal sealed class ScimClient : IDisposable
{
    private const string ContentType = "application/scim+json";

    private readonly HttpClient http;
    private readonly ScimSignIn signIn;
    private readonly ScimTargetOptions options;
    private readonly TimeProvider clock;

    public ScimClient(ScimTargetOptions options, TimeProvider clock)
    {
        (this.options, this.clock) = (options, clock);
        http = TargetHttp.Client(TargetHttp.Handler(options.Authorities, options.Timeout), options.Timeout, new Patience(clock), clock);
        signIn = new ScimSignIn(http, options.Credentials, clock);
    }

    public void Dispose() => http.Dispose();

    public Task<ScimReply> GetAsync(string path, CancellationToken ct) => SendAsync(HttpMethod.Get, path, body: null, ifMatch: null, ct);

    /// <summary>Sends one call, waits where the application asks to, and gives up at the time-out.</summary>
    /// <param name="method">What is done.</param>
    /// <param name="path">To what, below the base, each part escaped.</param>
    /// <param name="body">With what.</param>
    /// <param name="ifMatch">The version it is based on.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<ScimReply> SendAsync(HttpMethod method, string path, string? body, string? ifMatch, CancellationToken ct)
    {
        using var inTime = new CancellationTokenSource(options.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, inTime.Token);
        try
        {
            return await SendSignedAsync(() => RequestOf(method, path, body, ifMatch), either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return ScimReply.Failed(TargetAnswer.Unreachable($"No answer within {options.Timeout.TotalSeconds:0} seconds."));
        }
        catch (Exception error) when (TargetHttp.IsLost(error))
        {
            return ScimReply.Failed(TargetAnswer.Unreachable(Clean(TargetHttp.WordsOf(error))));
        }
    }

    private async Task<ScimReply> SendSignedAsync(Func<HttpRequestMessage> request, CancellationToken ct)
    {
        for (var renewed = false; ; renewed = true)
        {
            var (header, trouble) = await signIn.HeaderAsync(ct);
            if (trouble is not null)
            {
                return ScimReply.Failed(trouble with { Words = Clean(trouble.Words ?? "") });
            }

            using var message = request();
            message.Headers.Authorization = header;
            using var response = await http.SendAsync(message, ct);
            if (response.StatusCode != HttpStatusCode.Unauthorized || !signIn.CanRenew || renewed)
            {
                return await ReplyOfAsync(response, ct);
            }

            signIn.Forget();
        }
    }

    private HttpRequestMessage RequestOf(HttpMethod method, string path, string? body, string? ifMatch)
    {
        var message = new HttpRequestMessage(method, new Uri(options.Url, path));
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(ContentType));
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (ifMatch is not null)
        {
            message.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        if (body is not null)
        {
            message.Content = new StringContent(body, Encoding.UTF8, ContentType);
        }

        return message;
    }

    private async Task<ScimReply> ReplyOfAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(ct);
        var body = default(JsonElement);
        var readable = true;
        try
        {
            body = bytes.Length == 0 ? default : JsonElement.Parse(bytes);
        }
        catch (JsonException)
        {
            readable = false;
        }

        var trouble = response.IsSuccessStatusCode && !readable
            ? TargetAnswer.Refused("The answer is not SCIM; does the URL lead to the application's SCIM calls?")
            : TroubleOf(response, body);
        return new ScimReply(response.StatusCode, body, VersionOf(response, body), trouble) { Size = bytes.Length };
    }

    private TargetAnswer? TroubleOf(HttpResponseMessage response, JsonElement body)
    {
        if (response.IsSuccessStatusCode)
        {
            return null;
        }

        if (Patience.WaitOf(response, clock) is { } wait)
        {
            return TargetAnswer.Unreachable($"The application is busy and asks to wait {wait.TotalSeconds:0} seconds.");
        }

        var (status, said) = ((int)response.StatusCode, body.Text("detail") ?? response.ReasonPhrase ?? "");
        return status switch
        {
            >= 300 and < 400 => TargetAnswer.Refused($"The application leads elsewhere ({status}), which is not followed: {Clean($"{response.Headers.Location}")}"),
            408 or (>= 500 and not 501) => TargetAnswer.Unreachable(Clean($"{status} {said}")),
            _ => TargetAnswer.Refused(Clean($"{status} {said}")),
        };
    }

    // Both should be the same; but web frameworks like to add a header of their own that is no version of the group.
    private static string? VersionOf(HttpResponseMessage response, JsonElement body) =>
        body.Attribute("meta").Text("version") ?? response.Headers.ETag?.ToString();

    private string Clean(string words) => signIn.Secrets.Where(secret => secret.Length > 0)
        .Aggregate(words, (text, secret) => text.Replace(secret, "…", StringComparison.Ordinal));
}
