using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Regent.Cli.Graph;

/// <summary>Talks to Regent's API. The token goes to this server and nowhere else, wherever an answer may point.</summary>
internal sealed class GraphClient : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly HttpClient http;

    public GraphClient(Uri server, string token)
    {
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(server.AbsoluteUri.TrimEnd('/') + "/"),
            Timeout = TimeSpan.FromSeconds(30),
        };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
    }

    /// <summary>The time at the server when it last answered; null before.</summary>
    public DateTimeOffset? ServerTime { get; private set; }

    /// <summary>Everything in a list.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<T>(string path, CancellationToken ct)
    {
        var found = new List<T>();
        for (var next = path; next is not null;)
        {
            var page = await GetAsync<ListAnswer<T>>(next, ct);
            found.AddRange(page.Value);
            next = page.NextLink is null ? null : Uri.TryCreate(page.NextLink, UriKind.Absolute, out var link) ? link.PathAndQuery : page.NextLink;
        }

        return found;
    }

    /// <summary>The beginning of a list.</summary>
    public async Task<IReadOnlyList<T>> FirstAsync<T>(string path, CancellationToken ct) => (await GetAsync<ListAnswer<T>>(path, ct)).Value;

    public async Task<T> GetAsync<T>(string path, CancellationToken ct) => await SendAsync<T>(HttpMethod.Get, path, body: null, ct);

    public async Task<T> PostAsync<T>(string path, object body, CancellationToken ct) => await SendAsync<T>(HttpMethod.Post, path, body, ct);

    public async Task<T> PutAsync<T>(string path, object body, CancellationToken ct) => await SendAsync<T>(HttpMethod.Put, path, body, ct);

    public async Task PostAsync(string path, CancellationToken ct) => (await SendAsync(HttpMethod.Post, path, body: null, ct)).Dispose();

    public async Task PatchAsync(string path, object body, CancellationToken ct) =>
        (await SendAsync(HttpMethod.Patch, path, body, ct)).Dispose();

    public void Dispose() => http.Dispose();

    private async Task<T> SendAsync<T>(HttpMethod method, string path, object? body, CancellationToken ct)
    {
        using var answer = await SendAsync(method, path, body, ct);
        return await ReadAsync<T>(answer, ct) ?? throw NotRegent(answer);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: Json);
        HttpResponseMessage answer;
        try
        {
            answer = await http.SendAsync(request, ct);
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is TaskCanceledException && !ct.IsCancellationRequested))
        {
            throw new NoConnectionException(
                $"{Server} does not answer: {failure.GetBaseException().Message}. Is Regent running there? Say where it is with --server or REGENT_URL.");
        }

        ServerTime = answer.Headers.Date ?? ServerTime;
        if (!answer.IsSuccessStatusCode)
        {
            using (answer)
            {
                throw await NoAsync(answer, ct);
            }
        }

        return answer;
    }

    private string Server => http.BaseAddress!.AbsoluteUri.TrimEnd('/');

    private async Task<Exception> NoAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        var problems = (await ReadAsync<ErrorAnswer>(answer, ct))?.Problems ?? [];
        return answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized => Refused(
                problems, "The token is not valid, or no longer. Print a new one on the server with: regent token --user UPN --data DIR"),
            >= HttpStatusCode.InternalServerError => new NoConnectionException(
                $"{Server} could not answer ({(int)answer.StatusCode}). Try again later."),
            _ when problems.Count == 0 => NotRegent(answer),
            HttpStatusCode.NotFound => Refused(problems, "There is no such thing, or it is not yours to see."),
            _ => new RefusedException(problems),
        };
    }

    private static RefusedException Refused(IReadOnlyList<Problem> problems, string message) =>
        new([new Problem(problems.Count == 0 ? null : problems[0].Code, message)]);

    private static async Task<T?> ReadAsync<T>(HttpResponseMessage answer, CancellationToken ct)
    {
        try
        {
            return await answer.Content.ReadFromJsonAsync<T>(Json, ct);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or NotSupportedException)
        {
            return default;
        }
    }

    private NoConnectionException NotRegent(HttpResponseMessage answer) => new(
        $"{Server} answers, but not as Regent does ({(int)answer.StatusCode}). Say where Regent is with --server or REGENT_URL.");
}
