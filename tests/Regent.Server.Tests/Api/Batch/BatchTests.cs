using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Batch;

/// <summary>Several requests in one.</summary>
public sealed class BatchTests(SampleServer server) : IClassFixture<SampleServer>
{
    [Fact]
    public async Task Each_request_is_answered_as_if_it_had_come_alone()
    {
        var alan = await AsAsync("alan");

        var answers = await SendAsync(alan, """
            [
              { "id": "1", "method": "GET", "url": "/me?$select=id" },
              { "id": "2", "method": "get", "url": "users/ada@regent.example?$select=displayName" },
              { "id": "3", "method": "GET", "url": "/beta//users/$count/" },
              { "id": "4", "method": "GET", "url": "/nothing" },
              { "id": "5", "method": "GET", "url": "/users?$filter=startswith(displayName,'Al')&$select=displayName", "headers": { "client-request-id": "five" } },
              { "id": "6", "method": "GET", "url": "/auditLogs/directoryAudits" }
            ]
            """);

        Assert.Equal([200, 200, 200, 404, 200, 403], answers.Select(answer => (int)answer.Value["status"]!));
        Assert.Equal(alan.Id, (string?)answers["1"]["body"]!["id"]);
        Assert.Equal("Ada Lovelace", (string?)answers["2"]["body"]!["displayName"]);
        Assert.Equal(await alan.TextAsync("/v1.0/users/$count"), Encoding.UTF8.GetString(Convert.FromBase64String((string)answers["3"]["body"]!)));
        Assert.Equal("ResourceNotFound", (string?)answers["4"]["body"]!["error"]!["code"]);
        Assert.Equal("Alan Turing", (string?)answers["5"]["body"]!["value"]![0]!["displayName"]);
        Assert.Equal("five", (string?)answers["5"]["headers"]!["client-request-id"]);
        Assert.StartsWith("application/json", (string?)answers["1"]["headers"]!["Content-Type"], StringComparison.Ordinal);
        Assert.Equal(6, answers.Values.Select(answer => (string?)answer["headers"]!["request-id"]).Distinct().Count());
        Assert.StartsWith($"{server.Address}/v1.0/$metadata#users", (string?)answers["1"]["body"]!["@odata.context"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bodies_go_in_and_come_out_and_what_depends_waits()
    {
        var barbara = await AsAsync("barbara");
        var alan = await AsAsync("alan");
        var group = (string)(await barbara.ListAsync("/v1.0/groups" + ApiClient.Where("displayName eq 'Database operators'")))[0]!["id"]!;

        var answers = await SendAsync(barbara, $$"""
            [
              { "id": "out", "method": "DELETE", "url": "/groups/{{group}}/members/{{alan.Id}}/$ref", "dependsOn": ["seen"] },
              { "id": "seen", "method": "GET", "url": "/groups/{{group}}/members/$count", "dependsOn": ["in"] },
              { "id": "in", "method": "POST", "url": "/groups/{{group}}/members/$ref", "headers": { "Content-Type": "application/json" },
                "body": { "@odata.id": "https://graph.microsoft.com/v1.0/directoryObjects/{{alan.Id}}" } },
              { "id": "found", "method": "POST", "url": "/directoryObjects/getByIds", "body": { "ids": ["{{alan.Id}}"] } }
            ]
            """);

        Assert.Equal((204, 200, 204, 200), (Status(answers, "in"), Status(answers, "seen"), Status(answers, "out"), Status(answers, "found")));
        Assert.Equal("1", Encoding.UTF8.GetString(Convert.FromBase64String((string)answers["seen"]["body"]!)));
        Assert.False(answers["in"].ContainsKey("body"));
        Assert.Equal(alan.Id, (string?)answers["found"]["body"]!["value"]![0]!["id"]);
    }

    [Fact]
    public async Task What_depends_on_something_that_failed_is_not_tried()
    {
        var answers = await SendAsync(await AsAsync("alan"), """
            [
              { "id": "a", "method": "GET", "url": "/users/nobody@regent.example" },
              { "id": "b", "method": "GET", "url": "/me", "dependsOn": ["a"] },
              { "id": "c", "method": "GET", "url": "/me", "dependsOn": ["b"] },
              { "id": "d", "method": "GET", "url": "/me" }
            ]
            """);

        Assert.Equal((404, 424, 424, 200), (Status(answers, "a"), Status(answers, "b"), Status(answers, "c"), Status(answers, "d")));
        Assert.Equal("FailedDependency", (string?)answers["b"]["body"]!["error"]!["code"]);
    }

    [Fact]
    public async Task Nobody_gets_in_with_what_a_single_request_says_of_itself()
    {
        var alan = await AsAsync("alan");
        var edsger = await server.ApiAsync("edsger");
        var token = edsger.DefaultRequestHeaders.Authorization!.ToString();

        var answers = await SendAsync(alan, $$"""
            [{ "id": "1", "method": "GET", "url": "/auditLogs/directoryAudits", "headers": { "Authorization": "{{token}}" } }]
            """);

        Assert.Equal(403, Status(answers, "1"));
        using var nobody = new HttpClient { BaseAddress = new Uri(server.Address) };
        using var refused = await nobody.PostAsJsonAsync(
            "/v1.0/$batch", new { requests = new[] { new { id = "1", method = "GET", url = "/me" } } }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task A_batch_within_a_batch_is_refused()
    {
        var answers = await SendAsync(await AsAsync("alan"), """
            [{ "id": "1", "method": "POST", "url": "/$batch", "body": { "requests": [{ "id": "1", "method": "GET", "url": "/me" }] } },
             { "id": "2", "method": "POST", "url": "beta//$BATCH/", "body": { "requests": [{ "id": "1", "method": "GET", "url": "/me" }] } }]
            """);

        Assert.Equal((400, 400), (Status(answers, "1"), Status(answers, "2")));
    }

    [Theory]
    [InlineData("{}", "requests")]
    [InlineData("""{"requests":[]}""", "requests")]
    [InlineData("""{"requests":{}}""", "requests")]
    [InlineData("""{"requests":[null]}""", "requests[0]")]
    [InlineData("""{"requests":[{"method":"GET","url":"/me"}]}""", "requests[0].id")]
    [InlineData("""{"requests":[{"id":"1","method":"GET","url":"/me"},{"id":"1","method":"GET","url":"/me"}]}""", "requests[1].id")]
    [InlineData("""{"requests":[{"id":"1","url":"/me"}]}""", "requests[0].method")]
    [InlineData("""{"requests":[{"id":"1","method":"TRACE","url":"/me"}]}""", "requests[0].method")]
    [InlineData("""{"requests":[{"id":"1","method":"GET"}]}""", "requests[0].url")]
    [InlineData("""{"requests":[{"id":"1","method":"GET","url":"https://elsewhere.example/v1.0/me"}]}""", "requests[0].url")]
    [InlineData("""{"requests":[{"id":"1","method":"GET","url":"//elsewhere.example/me"}]}""", "requests[0].url")]
    [InlineData("""{"requests":[{"id":"1","method":"GET","url":"/me","headers":{"Accept":"a","accept":"b"}}]}""", "requests[0].headers")]
    [InlineData("""{"requests":[{"id":"1","method":"GET","url":"/me","headers":{"Accept":7}}]}""", "requests[0].headers.Accept")]
    [InlineData("""{"requests":[{"id":"1","method":"GET","url":"/me","atomicityGroup":"g"}]}""", "requests[0].atomicityGroup")]
    [InlineData("""{"requests":[{"id":"1","method":"GET","url":"/me","dependsOn":["2"]}]}""", "dependsOn")]
    [InlineData("""{"requests":[{"id":"1","method":"GET","url":"/me","dependsOn":["1"]}]}""", "dependsOn")]
    [InlineData("""{"requests":[{"id":"1","method":"GET","url":"/me","dependsOn":["2"]},{"id":"2","method":"GET","url":"/me","dependsOn":["1"]}]}""", "dependsOn")]
    [InlineData("""{"requests":[{"id":1,"method":"GET","url":"/me"}]}""", "requests[0].id")]
    public async Task What_is_no_batch_is_refused_as_a_whole_and_by_name(string body, string target)
    {
        var refused = await (await AsAsync("alan")).PostTextAsync("/v1.0/$batch", body);

        Assert.Equal(target, (string?)refused["error"]!["target"]);
    }

    [Fact]
    public async Task Twenty_requests_are_the_most()
    {
        var alan = await AsAsync("alan");
        JsonArray Requests(int count) =>
            [.. Enumerable.Range(1, count).Select(number => (JsonNode)new JsonObject { ["id"] = $"{number}", ["method"] = "GET", ["url"] = "/me" })];

        var whole = await alan.PostAsync("/v1.0/$batch", new JsonObject { ["requests"] = Requests(20) }, HttpStatusCode.OK);
        Assert.Equal(20, whole["responses"]!.AsArray().Count);
        await alan.PostAsync("/v1.0/$batch", new JsonObject { ["requests"] = Requests(21) }, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/%00")]
    [InlineData("/users/%zz")]
    [InlineData("/../me")]
    [InlineData("?$top=1")]
    [InlineData("/users?$filter=%")]
    [InlineData("\\u0000\\ud800")]
    public async Task Whatever_an_address_holds_the_answer_is_a_no(string url)
    {
        var answers = await SendAsync(await AsAsync("alan"), $$"""[{ "id": "1", "method": "PATCH", "url": "{{url}}", "body": "text" }]""", anyway: true);

        Assert.InRange(answers.Count == 0 ? 400 : Status(answers, "1"), 400, 499);
    }

    private static int Status(IReadOnlyDictionary<string, JsonObject> answers, string id) => (int)answers[id]["status"]!;

    private static async Task<IReadOnlyDictionary<string, JsonObject>> SendAsync(ApiClient client, string requests, bool anyway = false)
    {
        using var content = new StringContent($$"""{"requests":{{requests}}}""", Encoding.UTF8, "application/json");
        using var response = await client.Http.PostAsync("/v1.0/$batch", content, TestContext.Current.CancellationToken);
        Assert.True(anyway ? (int)response.StatusCode < 500 : response.StatusCode == HttpStatusCode.OK);
        var body = (await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!;
        return (body["responses"]?.AsArray() ?? []).ToDictionary(answer => (string)answer!["id"]!, answer => answer!.AsObject());
    }

    private Task<ApiClient> AsAsync(string name) => ApiClient.OfAsync(server, name);
}
