using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Policies;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Operations.Policies;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api;

/// <summary>Who may do and see what. Nothing here is about whether it works.</summary>
public sealed class RightsTests(SampleServer server) : IClassFixture<SampleServer>
{
    private const string Denied = "Authorization_RequestDenied";

    [Theory]
    [InlineData(ApiClient.AssignmentRequests)]
    [InlineData(ApiClient.EligibilityRequests)]
    [InlineData(ApiClient.AssignmentInstances)]
    [InlineData(ApiClient.EligibilityInstances)]
    public async Task Everybodys_lists_are_for_readers(string list)
    {
        foreach (var reader in new[] { "ada", "grace", "edsger" })
        {
            Assert.NotEmpty(await (await AsAsync(reader)).ListAsync(list));
        }

        var alan = await AsAsync("alan");
        var grace = await AsAsync("grace");
        Assert.Equal(Denied, ApiClient.Code(await alan.GetAsync(list, HttpStatusCode.Forbidden)));
        Assert.Equal(Denied, ApiClient.Code(await alan.GetAsync($"{list}/$count", HttpStatusCode.Forbidden)));
        Assert.Equal(Denied, ApiClient.Code(
            await alan.GetAsync(list + ApiClient.Where($"principalId eq '{grace.Id}'"), HttpStatusCode.Forbidden)));
        Assert.All(
            await alan.ListAsync(list + ApiClient.Where($"principalId eq '{alan.Id}'")), item => Assert.Equal(alan.Id, (string?)item!["principalId"]));
    }

    [Fact]
    public async Task Everybody_sees_their_own_and_what_their_groups_have()
    {
        var katherine = await AsAsync("katherine");
        var group = Assert.Single(await katherine.ListAsync("/v1.0/groups" + ApiClient.Where("displayName eq 'On-call engineers'")))!;

        var eligible = Assert.Single(await katherine.ListAsync($"{ApiClient.EligibilityInstances}/{ApiClient.Own}"))!;

        Assert.Equal(((string?)group["id"], "Group"), ((string?)eligible["principalId"], (string?)eligible["memberType"]));
        await katherine.GetAsync($"{ApiClient.EligibilityInstances}/{eligible["id"]}");
        await (await AsAsync("alan")).GetAsync($"{ApiClient.EligibilityInstances}/{eligible["id"]}", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_request_is_unknown_to_those_it_does_not_concern()
    {
        var margaret = await AsAsync("margaret");
        var request = (await margaret.ListAsync($"{ApiClient.AssignmentRequests}/{ApiClient.Own}"))
            .First(one => (string?)one!["status"] == "PendingApproval")!;
        var id = (string)request["id"]!;

        await margaret.GetAsync($"{ApiClient.AssignmentRequests}/{id}");
        var edsger = await AsAsync("edsger");
        await edsger.GetAsync($"{ApiClient.AssignmentRequests}/{id}");
        Assert.Equal(Denied, ApiClient.Code(await edsger.CancelAsync(ApiClient.AssignmentRequests, id, HttpStatusCode.Forbidden)));
        var barbara = await AsAsync("barbara");
        await barbara.GetAsync($"{ApiClient.AssignmentRequests}/{id}", HttpStatusCode.NotFound);
        await barbara.GetAsync($"{ApiClient.Approvals}/{id}", HttpStatusCode.NotFound);
        Assert.Equal("RoleAssignmentRequestNotFound", ApiClient.Code(
            await barbara.CancelAsync(ApiClient.AssignmentRequests, id, HttpStatusCode.BadRequest)));
    }

    [Fact]
    public async Task Nobody_activates_or_deactivates_for_somebody_else()
    {
        var ada = await AsAsync("ada");
        var alan = await AsAsync("alan");
        var ask = alan.Activation("User Administrator");

        Assert.Equal(Denied, ApiClient.Code(await ada.PostAsync(ApiClient.AssignmentRequests, ask, HttpStatusCode.Forbidden)));
        ask["action"] = "selfDeactivate";
        Assert.Equal(Denied, ApiClient.Code(await ada.PostAsync(ApiClient.AssignmentRequests, ask, HttpStatusCode.Forbidden)));
    }

    [Theory]
    [InlineData("adminAssign", ApiClient.AssignmentRequests)]
    [InlineData("adminAssign", ApiClient.EligibilityRequests)]
    [InlineData("adminRemove", ApiClient.AssignmentRequests)]
    [InlineData("adminRemove", ApiClient.EligibilityRequests)]
    public async Task Only_administrators_give_and_take(string action, string list)
    {
        var alan = await AsAsync("alan");
        foreach (var other in new[] { alan, await AsAsync("edsger") })
        {
            var body = ApiClient.Administration(action, alan.Id, "Exchange Administrator");
            Assert.Equal(Denied, ApiClient.Code(await other.PostAsync(list, body, HttpStatusCode.Forbidden)));
            body["isValidationOnly"] = true;
            Assert.Equal(Denied, ApiClient.Code(await other.PostAsync(list, body, HttpStatusCode.Forbidden)));
        }
    }

    [Fact]
    public async Task Only_approvers_decide_and_never_on_what_they_asked_themselves()
    {
        var alan = await AsAsync("alan");
        var barbara = await AsAsync("barbara");
        var asked = await alan.PostAsync(ApiClient.AssignmentRequests, alan.Activation("Billing Administrator"));
        var id = (string)asked["id"]!;

        Assert.Equal(Denied, ApiClient.Code(await alan.DecideAsync(id, "Approve", "Mine.", HttpStatusCode.Forbidden)));
        Assert.Equal(Denied, ApiClient.Code(
            await (await AsAsync("katherine")).DecideAsync(id, "Approve", "Why not.", HttpStatusCode.Forbidden)));
        Assert.Equal(Denied, ApiClient.Code(
            await (await AsAsync("edsger")).DecideAsync(id, "Approve", "I read everything.", HttpStatusCode.Forbidden)));
        Assert.Equal(Denied, ApiClient.Code(
            await (await AsAsync("ada")).DecideAsync(id, "Approve", "I am administrator.", HttpStatusCode.Forbidden)));
        Assert.Contains(
            await barbara.ListAsync($"{ApiClient.AssignmentRequests}/filterByCurrentUser(on='approver')"), one => (string?)one!["id"] == id);
        Assert.True((bool?)(await barbara.GetAsync($"{ApiClient.Approvals}/{id}"))["steps"]![0]!["assignedToMe"]);
        await barbara.DecideAsync(id, "Approve", "The invoices are due.");
    }

    [Fact]
    public async Task A_token_brings_no_second_factor()
    {
        var ada = new Caller((await server.PersonAsync("ada")).Id, MfaAt: null);
        var role = new RoleDefinitionId(new Guid(ApiClient.Role("Security Reader")));
        await server.Services.GetRequiredService<ChangeRoleSettings>().ExecuteAsync(
            ada, RolePolicy.Default(role, Scope.Tenant) with { Activation = new ActivationSettings { RequiresMfa = true } },
            TestContext.Current.CancellationToken);
        var alan = await AsAsync("alan");

        var refused = await alan.PostAsync(ApiClient.AssignmentRequests, alan.Activation("Security Reader"), HttpStatusCode.BadRequest);

        Assert.Equal("""The following policy rules failed: ["MfaRule"]""", ApiClient.Message(refused));
    }

    [Fact]
    public async Task Everybody_may_look_up_people_groups_and_roles()
    {
        var alan = await AsAsync("alan");
        var ada = await AsAsync("ada");

        await alan.GetAsync($"/v1.0/users/{ada.Id}");
        Assert.NotEmpty(await alan.ListAsync("/v1.0/users"));
        Assert.NotEmpty(await alan.ListAsync("/v1.0/groups"));
        Assert.NotEmpty(await alan.ListAsync(ApiClient.RoleDefinitions));
    }

    private Task<ApiClient> AsAsync(string name) => ApiClient.OfAsync(server, name);
}
