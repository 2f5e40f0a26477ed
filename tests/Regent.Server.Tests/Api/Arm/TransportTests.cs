using System.Net;
using System.Text.Json.Nodes;
using Regent.Server.Tests.Hosting;
using static Regent.Server.Tests.Api.Arm.ArmClient;

namespace Regent.Server.Tests.Api.Arm;

/// <summary>What holds for every address: paths however they are spelt, versions, headers, and the form of a no.</summary>
public sealed class TransportTests(SampleServer server) : IClassFixture<SampleServer>
{
    [Theory]
    [InlineData($"{Shop}/providers/Microsoft.Authorization/roleEligibilitySchedules")]
    [InlineData("//subscriptions//5A1E0000-0000-4000-8000-000000000001/PROVIDERS/microsoft.authorization/ROLEELIGIBILITYSCHEDULES/")]
    [InlineData("/providers/Microsoft.Subscription/subscriptions/5a1e0000-0000-4000-8000-000000000001/providers/Microsoft.Authorization/roleEligibilitySchedules")]
    [InlineData("/subscriptions%2F5a1e0000-0000-4000-8000-000000000001/providers/Microsoft.Authorization/roleEligibilitySchedules")]
    public async Task A_scope_is_found_however_its_path_is_spelt(string path)
    {
        var margaret = await OfAsync(server, "margaret");

        var found = Assert.Single(await margaret.ListAsync($"{server.Address}{path}?api-version=2020-10-01"))!;

        Assert.Equal(Shop, (string)found["properties"]!["scope"]!);
        Assert.Equal($"{Shop}{Provider}/roleEligibilitySchedules/{found["name"]}", (string)found["id"]!);
        Assert.Equal("Microsoft.Authorization/roleEligibilitySchedules", (string)found["type"]!);
    }

    [Theory]
    [InlineData("roleEligibilitySchedules", "", "MissingApiVersionParameter")]
    [InlineData("roleEligibilitySchedules", "?api-version=1999-01-01", "InvalidApiVersionParameter")]
    [InlineData("roleAssignments", "?api-version=2020-10-01", "InvalidApiVersionParameter")]
    [InlineData("roleAssignmentApprovals", "?api-version=2022-04-01", "InvalidApiVersionParameter")]
    [InlineData("roleDefinitions", "?api-version=2022-04-01&api-version=2022-04-01", "InvalidApiVersionParameter")]
    public async Task A_version_is_demanded_and_must_be_known(string type, string query, string code)
    {
        var ada = await OfAsync(server, "ada");

        var no = await ada.GetAsync($"{Shop}{Provider}/{type}{query}", HttpStatusCode.BadRequest);

        Assert.Equal((code, "api-version"), (Code(no), Target(no)));
    }

    [Theory]
    [InlineData("roleEligibilityScheduleRequests", "2020-10-01-preview")]
    [InlineData("roleAssignments", "2018-07-01")]
    [InlineData("roleDefinitions", "2022-05-01-preview")]
    [InlineData("roleAssignmentApprovals", "2021-01-01-preview")]
    public async Task Each_kind_of_address_speaks_its_versions(string type, string version) =>
        await (await OfAsync(server, "ada")).ListAsync(At(Shop, type, version: version));

    [Fact]
    public async Task Answers_say_what_a_request_is_called()
    {
        var ada = await OfAsync(server, "ada");
        using var request = new HttpRequestMessage(HttpMethod.Get, At(Shop, "roleAssignments"));
        request.Headers.Add("x-ms-client-request-id", "mine");
        request.Headers.Add("x-ms-correlation-request-id", "all of mine");

        using var response = await ada.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("mine", Header(response, "x-ms-client-request-id"));
        Assert.True(Guid.TryParse(Header(response, "x-ms-request-id"), out var own));
        // A name with a space cannot be repeated.
        Assert.Equal(own.ToString(), Header(response, "x-ms-correlation-request-id"));
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_no_has_the_form_of_all_of_them_whoever_says_it()
    {
        var ada = await OfAsync(server, "ada");

        Assert.Equal("ResourceNotFound", Code(await ada.GetAsync(At(Shop, "somethingElse"), HttpStatusCode.NotFound)));
        Assert.Equal("HttpMethodNotSupported", Code(await ada.PostAsync(At(Shop, "roleAssignments"), body: null, HttpStatusCode.MethodNotAllowed)));
        Assert.Equal("InvalidScope", Code(await ada.GetAsync(At("/subscriptions/shop", "roleAssignments"), HttpStatusCode.BadRequest)));
        Assert.Equal("InvalidScope", Code(await ada.GetAsync(At($"/administrativeUnits/{NewName()}", "roleAssignments"), HttpStatusCode.BadRequest)));
        Assert.Equal(
            "InvalidRequestContent",
            Code(await ada.SendAsync(HttpMethod.Put, At(Shop, $"roleAssignments/{NewName()}"), body: null, HttpStatusCode.BadRequest)));
        Assert.Equal("InvalidRequestContent", Header(ada.Last!, "x-ms-error-code"));
        using var text = new StringContent("{}");
        using var other = await ada.Http.PutAsync(At(Shop, $"roleAssignments/{NewName()}"), text, TestContext.Current.CancellationToken);
        Assert.Equal("UnsupportedMediaType", Header(other, "x-ms-error-code"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, other.StatusCode);
    }

    [Fact]
    public async Task Commas_too_many_and_comments_do_no_harm()
    {
        var ada = await OfAsync(server, "ada");

        var refused = await ada.SendAsync(
            HttpMethod.Put, At(Shop, $"roleAssignments/{NewName()}"), "{ /* of a template */ \"properties\": { \"principalId\": \"x\", }, }", HttpStatusCode.BadRequest);

        Assert.Equal("properties.roleDefinitionId", ArmClient.Target(refused));
    }

    [Fact]
    public async Task Nobody_gets_past_without_a_token()
    {
        using var stranger = new HttpClient { BaseAddress = new Uri(server.Address) };

        using var response = await stranger.GetAsync(At(Shop, "roleAssignments"), TestContext.Current.CancellationToken);
        using var within = await stranger.GetAsync("/arm/%2F/roleAssignments?api-version=2022-04-01", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.StartsWith("Bearer", Header(response, "WWW-Authenticate"), StringComparison.Ordinal);
        Assert.Equal("AuthenticationFailed", Code(JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject()));
        Assert.Equal(HttpStatusCode.NotFound, within.StatusCode);
    }

    [Theory]
    [InlineData("{", "InvalidRequestContent", null)]
    [InlineData("[]", "InvalidRequestContent", null)]
    [InlineData("{}", "InvalidRoleAssignmentRequest", "properties")]
    [InlineData("""{ "properties": { "principalId": 17 } }""", "InvalidRequestContent", "properties.principalId")]
    [InlineData("""{ "properties": { "requestType": "Hug" } }""", "InvalidRoleAssignmentRequest", "properties.requestType")]
    [InlineData("""{ "properties": { "requestType": "AdminAssign", "principalId": "ada" } }""", "InvalidRoleAssignmentRequest", "properties.principalId")]
    [InlineData("""{ "properties": { "requestType": "AdminAssign", "principalId": "5a1e0000-0000-4000-8000-000000000001", "roleDefinitionId": "Owner" } }""", "InvalidRoleAssignmentRequest", "properties.roleDefinitionId")]
    [InlineData("""{ "properties": { "requestType": "AdminAssign", "scope": "/subscriptions/5a1e0000-0000-4000-8000-000000000002" } }""", "InvalidRoleAssignmentRequest", "properties.scope")]
    public async Task A_body_that_is_wrong_is_told_by_the_member(string body, string code, string? target)
    {
        var ada = await OfAsync(server, "ada");

        var no = await ada.SendAsync(HttpMethod.Put, At(Shop, $"roleAssignmentScheduleRequests/{NewName()}"), body, HttpStatusCode.BadRequest);

        Assert.Equal((code, target), (Code(no), Target(no)));
    }

    [Theory]
    [InlineData("startDateTime", "\"2030-01-01T08:00:00\"", "properties.scheduleInfo.startDateTime")]
    [InlineData("expiration", """{ "type": "AfterDuration", "duration": "8 hours" }""", "properties.scheduleInfo.expiration.duration")]
    [InlineData("expiration", """{ "type": "AfterDateTime" }""", "properties.scheduleInfo.expiration.endDateTime")]
    [InlineData("expiration", """{ "duration": "PT8H" }""", "properties.scheduleInfo.expiration.type")]
    public async Task Times_that_make_no_sense_are_told_by_the_member(string member, string value, string target)
    {
        var alan = await OfAsync(server, "alan");
        var ask = alan.Activation();
        ask["properties"]!["scheduleInfo"]![member] = JsonNode.Parse(value);

        var no = await alan.PutAsync(At(Shop, $"roleAssignmentScheduleRequests/{NewName()}"), ask, HttpStatusCode.BadRequest);

        Assert.Equal(target, Target(no));
    }

    [Fact]
    public async Task Bodies_too_large_or_too_deep_are_refused()
    {
        var ada = await OfAsync(server, "ada");
        var address = At(Shop, $"roleAssignmentScheduleRequests/{NewName()}");

        await ada.SendAsync(HttpMethod.Put, address, $$"""{ "properties": { "justification": "{{new string('x', 1 << 20)}}" } }""", HttpStatusCode.RequestEntityTooLarge);
        await ada.SendAsync(HttpMethod.Put, address, $$"""{ "properties": {{new string('[', 500)}}{{new string(']', 500)}} }""", HttpStatusCode.BadRequest);
    }

    private static string Header(HttpResponseMessage response, string name) => response.Headers.GetValues(name).Single();
}
