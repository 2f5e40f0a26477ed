using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Regent.Server.Tests.Api.Arm;
using Regent.Server.Tests.Api.Matrix;
using Regent.Server.Tests.Architecture;

namespace Regent.Server.Tests.Api;

/// <summary>What holds for every address that the host maps: its head, its methods, and what cannot be an address at all.</summary>
public sealed partial class AddressTests(MatrixServer server) : IClassFixture<MatrixServer>
{
    [Fact]
    public async Task The_head_of_every_answer_can_be_had_without_its_body()
    {
        using var ada = await server.ApiAsync("ada");
        var wrong = new List<string>();
        foreach (var address in Routes().Where(route => route.Method == "GET").Select(AddressOf))
        {
            using var whole = await SendAsync(ada, "GET", address);
            using var head = await SendAsync(ada, "HEAD", address);
            if (head.StatusCode != whole.StatusCode || head.Content.Headers.ContentType?.ToString() != whole.Content.Headers.ContentType?.ToString()
                || (await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length > 0)
            {
                wrong.Add($"{address}: {(int)head.StatusCode} {head.Content.Headers.ContentType} for {(int)whole.StatusCode} {whole.Content.Headers.ContentType}");
            }
        }

        Violations.None(wrong);
    }

    [Fact]
    public async Task A_method_that_is_not_there_is_answered_with_those_that_are()
    {
        using var ada = await server.ApiAsync("ada");
        var wrong = new List<string>();
        foreach (var routes in Routes().GroupBy(AddressOf))
        {
            using var answer = await SendAsync(ada, "MOVE", routes.Key);
            var methods = routes.Select(route => route.Method).Concat(routes.Any(route => route.Method == "GET") ? ["HEAD"] : []).Order(StringComparer.Ordinal);
            if (answer.StatusCode != HttpStatusCode.MethodNotAllowed || !answer.Content.Headers.Allow.SequenceEqual(methods))
            {
                wrong.Add($"{routes.Key}: {(int)answer.StatusCode}, allowed {string.Join(' ', answer.Content.Headers.Allow)} instead of {string.Join(' ', methods)}");
            }
        }

        Violations.None(wrong);
    }

    [Theory]
    [InlineData("GET", "/v1.0/$batch", "POST")]
    [InlineData("HEAD", "/v1.0/roleManagement/directory/roleAssignmentScheduleRequests/1/cancel", "POST")]
    [InlineData("OPTIONS", "/v1.0//ME/", "GET, HEAD")]
    [InlineData("GET", $"{ArmClient.Shop}/providers/Microsoft.Authorization/roleAssignmentScheduleRequests/1/cancel", "POST")]
    public async Task What_only_takes_is_no_page_to_look_at(string method, string address, string allowed)
    {
        using var ada = await server.ApiAsync("ada");
        using var answer = await SendAsync(ada, method, address);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, allowed), (answer.StatusCode, string.Join(", ", answer.Content.Headers.Allow)));
    }

    [Theory]
    [InlineData("/v1.0/users/a%01b", "Request_BadRequest")]
    [InlineData("/v1.0/us%0aers", "Request_BadRequest")]
    [InlineData("/beta/groups/%7f/members", "Request_BadRequest")]
    [InlineData("/v1.0/users/%C2%80", "Request_BadRequest")]
    [InlineData("/subscriptions/%1f/providers/Microsoft.Authorization/roleDefinitions?api-version=2022-04-01", "InvalidRequestContent")]
    [InlineData("/subscriptions/%09?api-version=2022-12-01", "InvalidRequestContent")]
    public async Task A_control_character_is_in_no_address(string address, string code)
    {
        using var ada = await server.ApiAsync("ada");
        using var answer = await SendAsync(ada, "GET", address);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var no = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
        Assert.Equal(code, ApiClient.Code(no));
        Assert.Contains("control character", ApiClient.Message(no), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/openapi/v1.json")]
    public async Task The_head_of_what_is_open_to_anybody_can_be_had(string address)
    {
        using var anybody = new HttpClient { BaseAddress = new Uri(server.Address) };
        using var head = await SendAsync(anybody, "HEAD", address);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
    }

    private IEnumerable<ApiRoute> Routes() => ApiRoute.Of(server.Services);

    private static string AddressOf(ApiRoute route)
    {
        var filled = Place().Replace(route.Address.Replace("{scope}", ArmClient.Shop, StringComparison.Ordinal), ArmClient.Shop.Split('/')[^1]);
        return route.IsArm ? $"{filled}?api-version={(filled.Contains("/role", StringComparison.Ordinal) ? "2022-04-01" : "2020-10-01")}" : filled;
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string method, string address) =>
        client.SendAsync(new HttpRequestMessage(new HttpMethod(method), address), TestContext.Current.CancellationToken);

    [GeneratedRegex("{[^}]*}")]
    private static partial Regex Place();
}
