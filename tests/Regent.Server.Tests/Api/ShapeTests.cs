using System.Net;
using System.Text.Json.Nodes;
using Regent.Core.Roles;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api;

/// <summary>What goes over the wire, to the letter.</summary>
public sealed class ShapeTests : IAsyncLifetime
{
    private static readonly string[] Everybody = ["ada", "grace", "alan", "barbara", "katherine", "edsger", "margaret"];

    private readonly SampleServer server = new();
    private readonly Shape shape = new();
    private ApiClient alan = null!;
    private ApiClient ada = null!;

    public async ValueTask InitializeAsync()
    {
        alan = await ApiClient.OfAsync(server, "alan");
        ada = await ApiClient.OfAsync(server, "ada");
        foreach (var name in Everybody)
        {
            shape.Naming((await server.PersonAsync(name)).Id.ToString(), name);
        }

        foreach (var role in DirectoryRoles.BuiltIn)
        {
            shape.Naming(role.Id.ToString(), role.DisplayName);
        }
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Me() => shape.Is("me", await alan.GetAsync("/v1.0/me"));

    [Fact]
    public async Task A_user_with_chosen_members() =>
        shape.Is("user-select", await alan.GetAsync("/v1.0/users/ALAN@regent.example?$select=DisplayName,accountEnabled,userType,employeeId"));

    [Fact]
    public async Task Users_with_count_and_more_to_come() =>
        shape.Is("users", await alan.GetAsync("/v1.0/users?$top=2&$count=true&$select=id,displayName&$orderby=displayName"));

    [Fact]
    public async Task Groups()
    {
        var groups = await alan.GetAsync("/v1.0/groups" + ApiClient.Where("displayName eq 'On-call engineers'"));
        shape.Naming((string?)groups["value"]![0]!["id"], "group").Is("groups", groups);
    }

    [Fact]
    public async Task A_role_definition() =>
        shape.Is("role-definition", await alan.GetAsync($"{ApiClient.RoleDefinitions}/{ApiClient.Role("Exchange Administrator")}"));

    [Fact]
    public async Task What_the_caller_is_eligible_for()
    {
        var found = await alan.GetAsync(
            $"{ApiClient.EligibilityInstances}/{ApiClient.Own}{ApiClient.Where($"roleDefinitionId eq '{ApiClient.Role("Exchange Administrator")}'")}");
        shape.Naming((string?)found["value"]![0]!["roleEligibilityScheduleId"], "schedule")
            .Naming((string?)found["value"]![0]!["id"], "instance").Is("eligibility-instances-own", found);
    }

    [Fact]
    public async Task An_assignment_in_force_with_what_belongs_to_it()
    {
        var found = await ada.GetAsync(
            ApiClient.AssignmentInstances + ApiClient.Where($"principalId eq '{ada.Id}'") + "&$expand=principal,roleDefinition&$count=true");
        shape.Naming((string?)found["value"]![0]!["roleAssignmentScheduleId"], "schedule")
            .Naming((string?)found["value"]![0]!["id"], "instance").Is("assignment-instances-expanded", found);
    }

    [Fact]
    public async Task An_activation_from_ask_to_decision()
    {
        var asked = await alan.PostAsync(ApiClient.AssignmentRequests, alan.Activation("Exchange Administrator"));
        var id = (string)asked["id"]!;
        shape.Naming(id, "request").Is("activation-asked", asked);
        shape.Is("approval-open", await ada.GetAsync($"{ApiClient.Approvals}/{id}"));
        shape.Is("approval-steps-open", await alan.GetAsync($"{ApiClient.Approvals}/{id}/steps"));

        server.Clock.Advance(TimeSpan.FromSeconds(90));
        await ada.DecideAsync(id, "Approve", "Go ahead.");

        shape.Is("activation-approved", await alan.GetAsync($"{ApiClient.AssignmentRequests}/{id}?$expand=principal"));
        shape.Is("approval-step-decided", await ada.GetAsync($"{ApiClient.Approvals}/{id}/steps/{id}"));
        var own = await alan.GetAsync($"{ApiClient.AssignmentInstances}/{ApiClient.Own}");
        shape.Naming((string?)own["value"]![0]!["id"], "instance").Is("activation-in-force", own);
    }

    [Fact]
    public async Task An_eligibility_given_and_taken()
    {
        var margaret = (await server.PersonAsync("margaret")).Id.ToString();
        var give = ApiClient.Administration("adminAssign", margaret, "Teams Administrator");
        give["scheduleInfo"] = JsonNode.Parse(
            """{"startDateTime":"2026-03-01T00:00:00Z","expiration":{"type":"afterDateTime","endDateTime":"2026-06-30T00:00:00.5Z"}}""");
        var given = await ada.PostAsync(ApiClient.EligibilityRequests, give);
        shape.Naming((string)given["id"]!, "request").Is("eligibility-given", given);

        server.Clock.Advance(TimeSpan.FromMinutes(5));
        var taken = await ada.PostAsync(ApiClient.EligibilityRequests, ApiClient.Administration("adminRemove", margaret, "Teams Administrator"));
        shape.Naming((string)taken["id"]!, "removal").Is("eligibility-taken", taken);

        var story = await ada.GetAsync(ApiClient.EligibilityRequests + ApiClient.Where($"principalId eq '{margaret}' and status eq 'Revoked'"));
        shape.Is("eligibility-requests", story);
    }

    [Fact]
    public async Task A_schedule_with_what_it_refers_to()
    {
        var found = await ada.GetAsync(
            ApiClient.AssignmentSchedules + ApiClient.Where($"principalId eq '{ada.Id}'") + "&$expand=roleDefinition($select=displayName),directoryScope");
        shape.Naming((string?)found["value"]![0]!["id"], "schedule").Is("assignment-schedules-expanded", found);
    }

    [Fact]
    public async Task A_role_assignment()
    {
        var found = await ada.GetAsync(ApiClient.RoleAssignments + ApiClient.Where($"principalId eq '{ada.Id}'"));
        shape.Naming((string?)found["value"]![0]!["principalOrganizationId"], "tenant")
            .Naming((string?)found["value"]![0]!["id"], "assignment").Is("role-assignments", found);
    }

    [Fact]
    public async Task Memberships_of_a_group()
    {
        const string root = "/v1.0/identityGovernance/privilegedAccess/group/";
        var schedules = await ada.GetAsync($"{root}eligibilitySchedules" + ApiClient.Where($"principalId eq '{alan.Id}'") + "&$expand=principal($select=id)");
        var schedule = schedules["value"]![0]!;
        shape.Naming((string?)schedule["groupId"], "group").Naming((string?)schedule["createdUsing"], "request").Is("group-eligibility-schedules", schedules);
        shape.Is("group-eligibility-instances-own", await alan.GetAsync($"{root}eligibilityScheduleInstances/{ApiClient.Own}"));
        shape.Is("group-eligibility-request", await ada.GetAsync($"{root}eligibilityScheduleRequests/{schedule["createdUsing"]}"));
    }

    [Fact]
    public async Task Every_broken_rule_in_one_answer()
    {
        var ask = alan.Activation("Exchange Administrator", "PT9H");
        ask.Remove("justification");
        ask.Remove("ticketInfo");

        shape.Is("policy-refusal", await alan.PostAsync(ApiClient.AssignmentRequests, ask, HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task A_refusal_that_is_no_rule_comes_before_those_that_are()
    {
        var held = await alan.PostAsync(ApiClient.AssignmentRequests, alan.Activation("User Administrator"));
        var ask = alan.Activation("User Administrator");
        ask.Remove("justification");

        shape.Naming((string)held["id"]!, "activation").Is("mixed-refusal", await alan.PostAsync(ApiClient.AssignmentRequests, ask, HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task Nothing_there() => shape.Is("not-found", await alan.GetAsync("/v1.0/users/nobody@regent.example", HttpStatusCode.NotFound));
}
