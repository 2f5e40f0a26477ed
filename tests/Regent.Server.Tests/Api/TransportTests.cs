using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api;

/// <summary>What holds for every address: headers, tokens, methods, bodies. The server listens for real.</summary>
public sealed class TransportTests(SampleServer server) : IClassFixture<SampleServer>
{
    [Theory]
    [InlineData("/v1.0/me")]
    [InlineData("/V1.0/ME/")]
    [InlineData("/beta/me")]
    [InlineData("/v1.0//me//")]
    [InlineData("/v1.0/users('ada@regent.example')")]
    [InlineData("/v1.0//roleManagement/directory//roleAssignmentScheduleInstances/microsoft.graph.filterByCurrentUser(on=%27principal%27)/")]
    [InlineData("/v1.0/RoleManagement/Directory/RoleDefinitions/")]
    [InlineData("/v1.0/rolemanagement/directory/roleassignmentscheduleinstances/FilterByCurrentUser(on=%27Principal%27)")]
    public async Task Addresses_are_found_in_any_letter_case_and_with_a_slash_at_the_end(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8",
            response.Content.Headers.NonValidated["Content-Type"].ToString());
        Assert.Equal(["4.0"], response.Headers.GetValues("OData-Version"));
        Assert.Equal(server.Clock.GetUtcNow(), response.Headers.Date);
    }

    [Fact]
    public async Task A_request_has_a_name_of_its_own_and_the_one_its_sender_gave_it()
    {
        using var named = await SendAsync(HttpMethod.Get, "/v1.0/me", request => request.Headers.Add("client-request-id", "call-17"));
        using var nameless = await SendAsync(HttpMethod.Get, "/v1.0/me");

        Assert.True(Guid.TryParseExact(Single(named, "request-id"), "D", out _));
        Assert.Equal("call-17", Single(named, "client-request-id"));
        Assert.Equal(Single(nameless, "request-id"), Single(nameless, "client-request-id"));
    }

    [Fact]
    public async Task A_name_that_cannot_be_repeated_is_not()
    {
        using var response = await SendAsync(
            HttpMethod.Get, "/v1.0/me", request => request.Headers.Add("client-request-id", new string('x', 200)));

        Assert.Equal(Single(response, "request-id"), Single(response, "client-request-id"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Basic YTpi")]
    [InlineData("Bearer ")]
    [InlineData("Bearer regent_nonsense")]
    public async Task Without_a_good_token_nothing_is_answered(string? authorization)
    {
        using var response = await SendAsync(HttpMethod.Get, "/v1.0/me", request =>
        {
            request.Headers.Authorization = null;
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        });

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.StartsWith("Bearer", Assert.Single(response.Headers.WwwAuthenticate).ToString(), StringComparison.Ordinal);
        await IsErrorAsync(response, "InvalidAuthenticationToken");
    }

    [Fact]
    public async Task A_session_cookie_opens_no_address()
    {
        using var response = await SendAsync(HttpMethod.Get, "/v1.0/me", request =>
        {
            request.Headers.Authorization = null;
            request.Headers.Add("Cookie", "regent-session=whatever");
        });

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("/v1.0/nothing")]
    [InlineData("/v1.0/users/ada@regent.example/nothing")]
    [InlineData("/v1.0/roleManagement/directory/roleAssignmentApprovals/00000000-0000-0000-0000-000000000001")]
    [InlineData("/beta/roleManagement")]
    public async Task An_unknown_address_is_told_in_the_same_form_even_to_browsers(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path, request => request.Headers.Accept.ParseAdd("text/html"));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        await IsErrorAsync(response, "ResourceNotFound");
    }

    [Theory]
    [InlineData("DELETE", "/v1.0/roleManagement/directory/roleAssignmentScheduleRequests")]
    [InlineData("PATCH", "/v1.0/roleManagement/directory/roleDefinitions")]
    [InlineData("POST", "/v1.0/roleManagement/directory/roleAssignmentScheduleInstances")]
    [InlineData("PUT", "/v1.0/me")]
    public async Task A_method_that_is_not_there_is_told(string method, string path)
    {
        using var response = await SendAsync(new HttpMethod(method), path);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.NotEmpty(response.Content.Headers.Allow);
        await IsErrorAsync(response, "Request_BadRequest");
    }

    [Fact]
    public async Task A_body_that_is_missing_is_asked_for()
    {
        using var response = await SendAsync(HttpMethod.Post, ApiClient.AssignmentRequests, _ => { });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await IsErrorAsync(response, "Request_BadRequest");
        Assert.Contains("missing", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_another_kind_is_refused()
    {
        using var response = await SendAsync(HttpMethod.Post, ApiClient.AssignmentRequests, request =>
            request.Content = new StringContent("{}", Encoding.UTF8, "text/plain"));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        await IsErrorAsync(response, "Request_BadRequest");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_a_mebibyte_is_refused_whether_it_says_its_length_or_not(bool chunked)
    {
        using var response = await SendAsync(HttpMethod.Post, ApiClient.AssignmentRequests, request =>
        {
            request.Content = new StringContent($"{{\"justification\":\"{new string('x', 1 << 20)}\"}}", Encoding.UTF8, "application/json");
            request.Headers.TransferEncodingChunked = chunked;
        });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        await IsErrorAsync(response, "Request_BadRequest");
    }

    [Fact]
    public async Task A_made_request_says_where_it_is()
    {
        var barbara = await ApiClient.OfAsync(server, "ada");
        var body = ApiClient.Administration("adminAssign", (await server.PersonAsync("barbara")).Id.ToString(), "Reports Reader");
        using var response = await SendAsync(HttpMethod.Post, ApiClient.EligibilityRequests, request =>
        {
            request.Headers.Authorization = barbara.Http.DefaultRequestHeaders.Authorization;
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        });

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var id = (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["id"];
        Assert.Equal($"{server.Address}{ApiClient.EligibilityRequests}/{id}", response.Headers.Location?.ToString());
    }

    private static string Single(HttpResponseMessage response, string header) => Assert.Single(response.Headers.GetValues(header));

    private static async Task IsErrorAsync(HttpResponseMessage response, string code)
    {
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
        Assert.Equal(code, ApiClient.Code(body));
        Assert.NotEmpty(ApiClient.Message(body));
        Assert.Equal(Single(response, "request-id"), (string?)body["error"]!["innerError"]!["request-id"]);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, Action<HttpRequestMessage>? shape = null)
    {
        var alan = await ApiClient.OfAsync(server, "alan");
        using var client = new HttpClient { BaseAddress = new Uri(server.Address) };
        var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = alan.Http.DefaultRequestHeaders.Authorization;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        shape?.Invoke(request);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
