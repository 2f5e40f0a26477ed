using System.Net;
using Regent.Server.Tests.Hosting;
using static Regent.Server.Tests.Api.Arm.ArmClient;

namespace Regent.Server.Tests.Api.Arm;

/// <summary>What lists hold: filters, what lies above and below, and who sees what.</summary>
public sealed class ListTests(SampleServer server) : IClassFixture<SampleServer>
{
    [Fact]
    public async Task A_list_holds_what_counts_at_a_scope_and_what_lies_below_it_and_atScope_leaves_that_out()
    {
        var ada = await OfAsync(server, "ada");

        Assert.Equal(["Contributor", "Reader"], await RolesAsync(ada, "", filter: null));
        Assert.Equal(["Contributor", "Reader"], await RolesAsync(ada, Company, filter: null));
        Assert.Equal([], await RolesAsync(ada, Company, "atScope()"));
        Assert.Equal(["Contributor"], await RolesAsync(ada, Shop, "atScope()"));
        Assert.Equal(["Contributor"], await RolesAsync(ada, Web, filter: null));
        Assert.Equal(["Reader"], await RolesAsync(ada, Lab, filter: null));
        Assert.Equal([], await RolesAsync(ada, Lab, "atScope()"));
    }

    [Fact]
    public async Task Filters_narrow_a_list_however_they_are_spelt()
    {
        var (ada, alan, katherine) = (await OfAsync(server, "ada"), await OfAsync(server, "alan"), await OfAsync(server, "katherine"));

        Assert.Equal(["Contributor"], await RolesAsync(ada, "", $"principalId eq '{alan.Id}'"));
        Assert.Equal(["Contributor"], await RolesAsync(ada, Web, $"(principalId eq '{alan.Id}')and ATSCOPE()"));
        Assert.Equal(["Contributor"], await RolesAsync(ada, Web, $"atScope()and principalId eq '{alan.Id}'"));
        Assert.Equal(["Contributor"], await RolesAsync(ada, "", $"assignedto('{alan.Id.ToUpperInvariant()}')"));
        Assert.Equal(["Reader"], await RolesAsync(ada, "", $"roleDefinitionId eq '{RoleId("Reader")}'"));
        Assert.Equal(["Reader"], await RolesAsync(ada, "", $"roleDefinitionId+eq+'{RoleId("Reader")}'"));
        Assert.Equal(["Contributor", "Reader"], await RolesAsync(ada, "", "status eq 'Provisioned'"));
        Assert.Equal([], await RolesAsync(ada, "", "status eq 'Denied'"));
        Assert.Equal([], await RolesAsync(ada, "", $"principalId eq '{alan.Id}' and assignedTo('{katherine.Id}')"));
    }

    [Theory]
    [InlineData("name eq 'x'")]
    [InlineData("startswith(principalId, 'x')")]
    [InlineData("asRequestor()")]
    [InlineData("atScope(")]
    [InlineData("principalId eq 'ada'")]
    [InlineData("principalId ne 'ada'")]
    [InlineData("atScope() or asTarget()")]
    [InlineData("asTarget() and asTarget()")]
    public async Task A_filter_that_cannot_be_answered_is_refused(string filter)
    {
        var ada = await OfAsync(server, "ada");

        var no = await ada.GetAsync(At(Shop, "roleEligibilitySchedules", filter), HttpStatusCode.BadRequest);

        Assert.Equal("$filter", Target(no));
    }

    [Fact]
    public async Task Everybody_sees_their_own_and_nobody_else_more_than_their_place()
    {
        var (alan, margaret, barbara) = (await OfAsync(server, "alan"), await OfAsync(server, "margaret"), await OfAsync(server, "barbara"));

        Assert.Equal(["Contributor"], await RolesAsync(alan, "", "asTarget()"));
        Assert.Equal(["Contributor"], await RolesAsync(alan, Web, $"principalId eq '{alan.Id}'"));
        Assert.Equal([], await RolesAsync(barbara, "", "asTarget()"));
        Assert.Equal("AuthorizationFailed", Code(await alan.GetAsync(At(Shop, "roleEligibilitySchedules"), HttpStatusCode.Forbidden)));
        Assert.Equal(
            "AuthorizationFailed",
            Code(await alan.GetAsync(At("", "roleEligibilitySchedules", $"principalId eq '{margaret.Id}'"), HttpStatusCode.Forbidden)));
        Assert.Equal("AuthorizationFailed", Code(await barbara.GetAsync(At("/subscriptions/5a1e0000-0000-4000-8000-000000000009", "roleAssignments"), HttpStatusCode.Forbidden)));

        // The owner of the shop sees it from above, and nothing of the laboratory.
        Assert.Equal(["Contributor"], await RolesAsync(margaret, "", filter: null));
        Assert.Equal(["Contributor"], await RolesAsync(margaret, Company, filter: null));
        await margaret.GetAsync(At(Lab, "roleEligibilitySchedules"), HttpStatusCode.Forbidden);
        Assert.Equal("InvalidScope", Code(await (await OfAsync(server, "ada")).GetAsync(At("/subscriptions/5a1e0000-0000-4000-8000-000000000009", "roleAssignments"), HttpStatusCode.BadRequest)));
    }

    [Fact]
    public async Task One_is_found_by_its_name_by_whose_it_is_and_by_those_who_see_it()
    {
        var (ada, alan, barbara) = (await OfAsync(server, "ada"), await OfAsync(server, "alan"), await OfAsync(server, "barbara"));
        var name = (string)(await ada.ListAsync(At(Shop, "roleEligibilitySchedules")))[0]!["name"]!;

        foreach (var who in new[] { ada, alan })
        {
            var inherited = await who.GetAsync(At(Web, $"roleEligibilityScheduleInstances/{name}"));
            Assert.Equal(("Inherited", $"{Shop}{Provider}/roleEligibilitySchedules/{name}"), (
                (string)inherited["properties"]!["memberType"]!, (string)inherited["properties"]!["roleEligibilityScheduleId"]!));
        }

        Assert.Equal("ResourceNotFound", Code(await barbara.GetAsync(At(Web, $"roleEligibilitySchedules/{name}"), HttpStatusCode.NotFound)));
        await ada.GetAsync(At(Lab, $"roleEligibilitySchedules/{name}"), HttpStatusCode.NotFound);
        await ada.GetAsync(At(Web, $"roleAssignmentSchedules/{name}"), HttpStatusCode.NotFound);
        await ada.GetAsync(At(Web, "roleEligibilitySchedules/something"), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_long_list_goes_on_at_its_next_link()
    {
        var ada = await OfAsync(server, "ada");
        var names = new List<string>();
        var pages = 0;
        for (var next = At(Web, "roleManagementPolicyAssignments", "atScope()"); next is not null; pages++)
        {
            var page = await ada.GetAsync(next);
            names.AddRange(page["value"]!.AsArray().Select(one => (string)one!["name"]!));
            next = (string?)page["nextLink"];
        }

        Assert.InRange(pages, 3, 5);
        Assert.Equal(names.Count, names.Distinct().Count());
        var first = await ada.GetAsync(At(Web, "roleManagementPolicyAssignments", "atScope()"));
        var link = (string)first["nextLink"]!;
        await ada.GetAsync(link.Replace("rg-web", "rg-data", StringComparison.Ordinal), HttpStatusCode.BadRequest);
    }

    private static async Task<IEnumerable<string>> RolesAsync(ArmClient client, string scope, string? filter) =>
        (await client.ListAsync(At(scope, "roleEligibilitySchedules", filter)))
        .Select(one => (string)one!["properties"]!["expandedProperties"]!["roleDefinition"]!["displayName"]!).Order();
}
