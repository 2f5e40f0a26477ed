using System.Net;
using System.Text.Json.Nodes;
using Regent.Server.Tests.Hosting;
using static Regent.Server.Tests.Api.Arm.ArmClient;

namespace Regent.Server.Tests.Api.Arm;

/// <summary>Requests: named by who sends them, echoed as they were spelt, judged without being kept, withdrawn.</summary>
public sealed class RequestTests(SampleServer server) : IClassFixture<SampleServer>
{
    [Fact]
    public async Task The_same_again_is_answered_as_before_and_another_one_of_the_name_is_refused()
    {
        var (ada, barbara) = (await OfAsync(server, "ada"), await OfAsync(server, "barbara"));
        var address = At($"{Shop}/resourceGroups/rg-data", $"roleEligibilityScheduleRequests/{NewName()}");
        var ask = Ask("AdminAssign", barbara.Id, "Reader", "P30D");

        var first = await ada.PutAsync(address, ask);
        var again = await ada.PutAsync(address, ask);
        ask["properties"]!["justification"] = "Something else.";
        var other = await ada.PutAsync(address, ask, HttpStatusCode.Conflict);

        Assert.True(JsonNode.DeepEquals(first, again));
        Assert.Equal("RoleAssignmentRequestExists", Code(other));
    }

    [Fact]
    public async Task What_was_sent_is_read_again_as_it_was_spelt()
    {
        var (ada, katherine) = (await OfAsync(server, "ada"), await OfAsync(server, "katherine"));
        var name = NewName();
        var ask = Ask("adminassign", katherine.Id.ToUpperInvariant(), "Storage Blob Data Reader", "PT43200M");
        ask["properties"]!["scheduleInfo"]!["startDateTime"] = "2026-05-01T10:00:00.1234567+02:00";
        ask["properties"]!["condition"] = "@Resource[x:y] StringEquals 'z'";
        ask["properties"]!["conditionVersion"] = "2.0";
        ask["properties"]!["ticketInfo"] = new JsonObject { ["ticketNumber"] = "CHG-1" };
        ask["properties"]!["somethingElse"] = true;

        await ada.PutAsync(At(Shop, $"roleEligibilityScheduleRequests/{name}"), ask);

        var read = (await ada.GetAsync(At(Shop, $"roleEligibilityScheduleRequests/{name}")))["properties"]!;
        Assert.Equal(("AdminAssign", "Granted"), ((string)read["requestType"]!, (string)read["status"]!));
        Assert.Equal("2026-05-01T10:00:00.1234567+02:00", (string)read["scheduleInfo"]!["startDateTime"]!);
        Assert.Equal(("AfterDuration", "PT43200M"), (
            (string)read["scheduleInfo"]!["expiration"]!["type"]!, (string)read["scheduleInfo"]!["expiration"]!["duration"]!));
        Assert.Equal(("@Resource[x:y] StringEquals 'z'", "2.0"), ((string)read["condition"]!, (string)read["conditionVersion"]!));
        Assert.Equal(("CHG-1", null), ((string?)read["ticketInfo"]!["ticketNumber"], (string?)read["ticketInfo"]!["ticketSystem"]));
        var schedule = (await ada.GetAsync(At(Shop, $"roleEligibilitySchedules/{name}")))["properties"]!;
        Assert.Equal("@Resource[x:y] StringEquals 'z'", (string)schedule["condition"]!);
        Assert.Equal($"{Shop}{Provider}/roleEligibilityScheduleRequests/{name}", (string)schedule["roleEligibilityScheduleRequestId"]!);

        Assert.Empty((await ada.PostAsync(At(Shop, $"roleEligibilityScheduleRequests/{name}/cancel"), body: null)).ToList());
        Assert.Equal("Canceled", (string)(await ada.GetAsync(At(Shop, $"roleEligibilityScheduleRequests/{name}")))["properties"]!["status"]!);
        Assert.Equal(
            "RequestCannotBeCancelled",
            Code(await ada.PostAsync(At(Shop, $"roleEligibilityScheduleRequests/{name}/cancel"), body: null, HttpStatusCode.BadRequest)));
    }

    [Fact]
    public async Task What_is_validated_is_answered_and_not_kept()
    {
        var alan = await OfAsync(server, "alan");
        var name = NewName();
        var address = $"roleAssignmentScheduleRequests/{name}";

        var judged = await alan.PostAsync(At(Web, $"{address}/validate"), alan.Activation());

        Assert.Equal((name, "Provisioned"), ((string)judged["name"]!, (string)judged["properties"]!["status"]!));
        Assert.Equal("RoleAssignmentScheduleRequestNotFound", Code(await alan.GetAsync(At(Web, address), HttpStatusCode.NotFound)));
        var refused = await alan.PostAsync(At(Web, $"{address}/validate"), alan.Activation(duration: "PT9H"), HttpStatusCode.BadRequest);
        Assert.Equal("RoleAssignmentRequestPolicyValidationFailed", Code(refused));
        Assert.Equal("The following policy rules failed: [\"ExpirationRule\"]", (string)refused["error"]!["message"]!);
    }

    [Fact]
    public async Task Administrators_of_the_place_and_no_others_give_and_take()
    {
        var (alan, margaret, grace) = (await OfAsync(server, "alan"), await OfAsync(server, "margaret"), await OfAsync(server, "grace"));
        var ask = Ask("AdminAssign", grace.Id, "Reader", "P30D");

        Assert.Equal("AuthorizationFailed", Code(await alan.PutAsync(At(Web, $"roleEligibilityScheduleRequests/{NewName()}"), ask, HttpStatusCode.Forbidden)));
        await margaret.PutAsync(At(Lab, $"roleEligibilityScheduleRequests/{NewName()}"), ask, HttpStatusCode.Forbidden);
        var name = NewName();
        var given = await margaret.PutAsync(At(Web, $"roleEligibilityScheduleRequests/{name}"), ask);

        Assert.Equal("Provisioned", (string)given["properties"]!["status"]!);
        server.Clock.Advance(TimeSpan.FromMinutes(6));
        var removal = Ask("AdminRemove", grace.Id, "Reader");
        removal["properties"]!["targetRoleEligibilityScheduleId"] = name.ToUpperInvariant();
        var taken = await margaret.PutAsync(At(Web, $"roleEligibilityScheduleRequests/{NewName()}"), removal);
        Assert.Equal(("Revoked", name.ToUpperInvariant()), (
            (string)taken["properties"]!["status"]!, (string)taken["properties"]!["targetRoleEligibilityScheduleId"]!));
        Assert.Empty(await grace.ListAsync(At(Web, "roleEligibilitySchedules", "asTarget()")));
    }

    [Fact]
    public async Task Requests_are_listed_to_whom_they_concern_and_to_those_who_see_the_place()
    {
        var (ada, alan, barbara) = (await OfAsync(server, "ada"), await OfAsync(server, "alan"), await OfAsync(server, "barbara"));
        var name = NewName();
        await ada.PutAsync(At(Lab, $"roleEligibilityScheduleRequests/{name}"), Ask("AdminAssign", alan.Id, "Reader", "P30D"));

        foreach (var (who, filter) in new[] { (alan, "asTarget()"), (ada, "asRequestor()"), (ada, $"assignedTo('{alan.Id}') and status eq 'provisioned'") })
        {
            Assert.Contains(name, (await who.ListAsync(At(Lab, "roleEligibilityScheduleRequests", filter))).Select(one => (string)one!["name"]!));
        }

        Assert.Empty(await ada.ListAsync(At(Lab, "roleEligibilityScheduleRequests", "asTarget()")));
        Assert.Empty(await barbara.ListAsync(At(Lab, "roleEligibilityScheduleRequests", "asTarget()")));
        await barbara.GetAsync(At("", "roleEligibilityScheduleRequests"), HttpStatusCode.Forbidden);
        await barbara.GetAsync(At(Lab, $"roleEligibilityScheduleRequests/{name}"), HttpStatusCode.NotFound);
        await ada.GetAsync(At(Shop, $"roleEligibilityScheduleRequests/{name}"), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_asks_for_somebody_else()
    {
        var (alan, barbara) = (await OfAsync(server, "alan"), await OfAsync(server, "barbara"));

        Assert.Equal("AuthorizationFailed", Code(await barbara.PutAsync(
            At(Shop, $"roleAssignmentScheduleRequests/{NewName()}"), alan.Activation(), HttpStatusCode.Forbidden)));
    }
}
