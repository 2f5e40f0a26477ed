using System.Text.Json.Nodes;

namespace Regent.Server.Tests.Api.Conformance;

/// <summary>The checker itself: it must see what is wrong, or it proves nothing.</summary>
public sealed class ConformanceTests
{
    private const string Requests = "/v1.0/roleManagement/directory/roleAssignmentScheduleRequests";

    [Fact]
    public void The_descriptions_are_read()
    {
        Assert.Equal([215, 74, 61], ApiDescription.All.Select(description => description.Operations.Count));
    }

    [Theory]
    [InlineData("GET", "/v1.0/me", "/me")]
    [InlineData("GET", "//v1.0//ME/", "/me")]
    [InlineData("GET", "/beta/users/ada@regent.example", "/users/{user-id}")]
    [InlineData("GET", Requests + "/filterByCurrentUser(on='principal')", "/roleManagement/directory/roleAssignmentScheduleRequests/filterByCurrentUser(on='{on}')")]
    [InlineData("GET", "/v1.0/directoryRoles(roleTemplateId='17')", "/directoryRoles(roleTemplateId='{roleTemplateId}')")]
    [InlineData("PUT", "/subscriptions/1/resourceGroups/a/providers/Microsoft.Authorization/roleAssignmentScheduleRequests/2", "/{scope}/providers/Microsoft.Authorization/roleAssignmentScheduleRequests/{roleAssignmentScheduleRequestName}")]
    [InlineData("GET", "/v1.0/users/$count", null)]
    [InlineData("GET", "/v1.0/nothing", null)]
    public void An_address_leads_to_its_operation(string method, string address, string? path) =>
        Assert.Equal(path, ApiDescription.Find(method, address)?.Operation.Path);

    [Theory]
    [InlineData("""{ "status": 7 }""", ".status is 7, declared is string")]
    [InlineData("""{ "status": null }""", ".status is null, which is not declared")]
    [InlineData("""{ "action": "selfActivate", "justification": null }""", null)]
    [InlineData("""{ "action": "SelfActivate" }""", ".action is 'SelfActivate', which is none of the declared values")]
    [InlineData("""{ "actoin": "selfActivate" }""", ".actoin is not declared")]
    [InlineData("""{ "createdDateTime": "2030-01-01" }""", ".createdDateTime is '2030-01-01', which has not the declared form")]
    [InlineData("""{ "scheduleInfo": { "expiration": { "duration": "P1Y" } } }""", ".scheduleInfo.expiration.duration is 'P1Y', which has not the declared form")]
    [InlineData("""{ "principal": { "@odata.type": "#microsoft.graph.user", "displayName": [] } }""", ".principal.displayName is a list, declared is string")]
    [InlineData("""{ "@odata.context": "x", "isValidationOnly": "true" }""", ".isValidationOnly is \"true\", declared is boolean")]
    public void What_is_wrong_with_an_answer_is_seen(string answer, string? problem)
    {
        var (description, operation) = ApiDescription.Find("POST", Requests)!.Value;
        var schema = operation.Answer(201)!["content"]!["application/json"]!["schema"]!;

        Assert.Equal(problem is null ? [] : [problem], SchemaCheck.Of(description, schema, JsonNode.Parse(answer)));
    }

    [Fact]
    public void An_error_without_a_code_is_seen()
    {
        var (description, operation) = ApiDescription.Find("POST", Requests)!.Value;
        var schema = description.Resolve(operation.Answer(400)!)["content"]!["application/json"]!["schema"]!;

        Assert.Equal([".error.code is required and missing"], SchemaCheck.Of(description, schema, JsonNode.Parse("""{ "error": { "message": "No." } }""")));
    }
}
