using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Targets.Azure;
using Regent.Targets.Entra;
using Regent.Testing;

namespace Regent.Targets.Tests.Entra;

/// <summary>A tenant that says what a test wants it to say, and that no real one says when it is asked to.</summary>
internal sealed class StubTenant : HttpMessageHandler
{
    public const string Role = "11111111-1111-4111-8111-111111111111";
    public const string Graph = "https://graph.example";
    public const string Arm = "https://arm.example";
    public const string Scope = "/subscriptions/22222222-2222-4222-8222-222222222222";

    private readonly List<string> calls = [];
    private int tokens;

    public FakeTimeProvider Clock { get; } = new(Make.Noon);

    /// <summary>The calls that came in, such as <c>GET https://graph.example/v1.0/users</c>, with the token they bore; those for tokens are not among them.</summary>
    public IReadOnlyList<(string Call, string Token)> Calls => [.. calls.Select(call => call.Split('\t')).Select(parts => (parts[0], parts[1]))];

    public int Tokens => tokens;

    /// <summary>What is said to a call and its body; null is what a tenant with one role says that nobody has.</summary>
    public Func<HttpRequestMessage, string, HttpResponseMessage?> Answer { get; set; } = (_, _) => null;

    /// <summary>Somebody, by an object id.</summary>
    public static Holding Holding(int number) => new($"00000000-0000-4000-8000-{number:D12}", Role);

    /// <summary>The same in Azure.</summary>
    public static Holding AzureHolding(int number) => Holding(number) with { Entitlement = $"{Role} @ {Scope}" };

    public static HttpResponseMessage Json(object body, HttpStatusCode status = HttpStatusCode.OK) => Text(JsonSerializer.Serialize(body), status);

    public static HttpResponseMessage Text(string text, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(text, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Error(HttpStatusCode status, string code) => Json(new { error = new { code, message = "In a few words." } }, status);

    /// <summary>Somebody's instance as Microsoft Graph lists it.</summary>
    public static object Instance(int number, string type = "Assigned", DateTimeOffset? start = null, DateTimeOffset? end = null) => new
    {
        id = $"i{number}",
        principalId = Holding(number).Account,
        roleDefinitionId = Role,
        directoryScopeId = "/",
        assignmentType = type,
        memberType = "Direct",
        startDateTime = start ?? Make.Noon,
        endDateTime = end,
    };

    /// <summary>The same as Azure lists it.</summary>
    public static object AzureInstance(int number, string type = "Assigned", DateTimeOffset? start = null, DateTimeOffset? end = null) => new
    {
        id = $"{Scope}/providers/Microsoft.Authorization/roleAssignmentScheduleInstances/i{number}",
        properties = new
        {
            principalId = Holding(number).Account,
            roleDefinitionId = $"{Scope}/providers/Microsoft.Authorization/roleDefinitions/{Role}",
            scope = Scope,
            assignmentType = type,
            memberType = "Direct",
            startDateTime = start ?? Make.Noon,
            endDateTime = end,
        },
    };

    public ITarget Open(TargetKind kind, params string[] others)
    {
        var settings = new TargetSettings(new Dictionary<string, string>
        {
            ["tenant"] = "contoso.example",
            ["clientId"] = "33333333-3333-4333-8333-333333333333",
            ["clientSecret"] = "a-secret-of-somebody",
            ["authority"] = "https://login.example",
            ["graphUrl"] = Graph,
            ["accountsAre"] = "objectId",
        }).With(others.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1])));
        return kind == TargetKind.Entra
            ? new EntraTarget(Assert.IsType<Outcome<EntraTargetOptions>.Done>(EntraTargetOptions.Read(settings)).Value, Clock, this)
            : new AzureTarget(
                Assert.IsType<Outcome<AzureTargetOptions>.Done>(AzureTargetOptions.Read(settings.With([new("armUrl", Arm)]))).Value, Clock, this);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.Host == "login.example")
        {
            return Json(new { token_type = "Bearer", expires_in = 3_600, access_token = $"token-{Interlocked.Increment(ref tokens)}" });
        }

        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (calls)
        {
            calls.Add($"{request.Method} {Uri.UnescapeDataString(request.RequestUri.AbsoluteUri)}\t{request.Headers.Authorization?.Parameter}");
        }

        return Answer(request, body) ?? Usual(request.RequestUri.AbsolutePath, body);
    }

    /// <summary>An answer that asks to wait, in seconds or until a moment by a clock that goes an hour wrong.</summary>
    public HttpResponseMessage Busy(int seconds, bool byDate)
    {
        var wrong = Clock.GetUtcNow().AddHours(1);
        var answer = Error(HttpStatusCode.TooManyRequests, "TooManyRequests");
        answer.Headers.Date = wrong;
        answer.Headers.RetryAfter = byDate ? new RetryConditionHeaderValue(wrong.AddSeconds(seconds)) : new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds));
        return answer;
    }

    /// <summary>What is said to a call of many: to each of them what the test says to its number and body.</summary>
    public static HttpResponseMessage Batch(string body, Func<int, JsonElement, (int Status, object Body, Dictionary<string, string> Headers)> each)
    {
        var requests = JsonElement.Parse(body).GetProperty("requests").EnumerateArray().ToArray();
        return Json(new
        {
            responses = requests.Select((request, index) => (Id: request.GetProperty("id").GetString(), Said: each(index, request.GetProperty("body"))))
                .Select(one => new { id = one.Id, status = one.Said.Status, headers = one.Said.Headers, body = one.Said.Body }),
        });
    }

    private static HttpResponseMessage Usual(string path, string body) => path switch
    {
        _ when path.EndsWith("/$batch", StringComparison.Ordinal) => Batch(body, (_, _) => (201, new { id = "r" }, new() { ["Content-Type"] = "application/json" })),
        _ when path.EndsWith("/roleDefinitions", StringComparison.Ordinal) => Json(new { value = new[] { new { id = Role, displayName = "Reader" } } }),
        _ when path.EndsWith($"/roleDefinitions/{Role}", StringComparison.Ordinal) => Json(new { name = Role, properties = new { roleName = "Reader" } }),
        _ when path.Contains("/roleAssignmentScheduleRequests/", StringComparison.Ordinal) => Json(new { id = "r" }, HttpStatusCode.Created),
        _ => Json(new { value = Array.Empty<object>() }),
    };
}
