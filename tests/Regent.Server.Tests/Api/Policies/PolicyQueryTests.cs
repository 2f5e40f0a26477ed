using System.Net;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Policies;

public sealed class PolicyQueryTests(SampleServer server) : IClassFixture<SampleServer>, IAsyncLifetime
{
    private ApiClient ada = null!;

    public async ValueTask InitializeAsync() => ada = await ApiClient.OfAsync(server, "ada");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(PolicyClient.Policies)]
    [InlineData(PolicyClient.Assignments)]
    public async Task Without_a_scope_nothing_is_listed(string list)
    {
        foreach (var filter in new[] { "", ApiClient.Where("scopeId eq '/'"), ApiClient.Where("scopeType eq 'Directory'") })
        {
            Assert.Equal("MissingProvider", ApiClient.Code(await ada.GetAsync(list + filter, HttpStatusCode.BadRequest)));
            await ada.GetAsync($"{list}/$count{filter}", HttpStatusCode.BadRequest);
        }
    }

    [Theory]
    [InlineData("scopeId eq '/' and scopeType eq 'subscription'")]
    [InlineData("scopeId eq '/administrativeUnits/7b1c' and scopeType eq 'DirectoryRole'")]
    [InlineData("scopeId eq '/' and scopeType eq 'Group'")]
    [InlineData("scopeId ne '/' and scopeType eq 'DirectoryRole'")]
    [InlineData("scopeId eq '/' and startswith(scopeType,'Directory')")]
    [InlineData(PolicyClient.OfRoles + " and description eq 'DirectoryRole'")]
    public async Task What_cannot_be_answered_is_refused(string filter) => Assert.Equal(
        "$filter", (string?)(await ada.GetAsync(PolicyClient.Policies + ApiClient.Where(filter), HttpStatusCode.BadRequest))["error"]!["target"]);

    [Fact]
    public async Task Every_role_has_a_policy_and_a_link_to_it()
    {
        var roles = (await ada.ListAsync(ApiClient.RoleDefinitions)).Select(role => (string)role!["id"]!).ToList();
        var links = await ada.ListAsync(PolicyClient.Assignments + ApiClient.Where(PolicyClient.OfRoles));
        var policies = await ada.ListAsync(PolicyClient.Policies + ApiClient.Where(PolicyClient.OfRoles));

        Assert.Equal(roles.Order(), links.Select(link => (string)link!["roleDefinitionId"]!).Order());
        Assert.Equal(links.Select(link => (string)link!["policyId"]!), policies.Select(policy => (string)policy!["id"]!));
        Assert.Equal($"{roles.Count}", await ada.TextAsync($"{PolicyClient.Assignments}/$count{ApiClient.Where(PolicyClient.OfRoles)}"));
        Assert.Equal($"{roles.Count}", await ada.TextAsync($"{PolicyClient.Policies}/$count{ApiClient.Where(PolicyClient.OfRoles)}"));
    }

    [Theory]
    [InlineData("roleDefinitionId eq '{role}' and scopeType eq 'DirectoryRole' and scopeId eq '/'")]
    [InlineData("scopeType eq 'directoryrole' and scopeId eq '/' and roleDefinitionId eq '{ROLE}'")]
    [InlineData("scopeId eq '/' and scopeType eq 'DirectoryRole' and policyId eq '{policy}'")]
    [InlineData("(scopeId eq '/') and (scopeType eq 'DirectoryRole') and roleDefinitionId in ('{role}')")]
    [InlineData("scopeId eq '/' and scopeType eq 'DirectoryRole' and id eq '{policy}_{role}'")]
    public async Task Filters_come_in_any_order(string filter)
    {
        var (role, policy) = (ApiClient.Role("Security Reader"), await ada.PolicyAsync("Security Reader"));
        var asked = filter.Replace("{role}", role).Replace("{ROLE}", role.ToUpperInvariant()).Replace("{policy}", policy);

        Assert.Equal(policy, (string?)Assert.Single(await ada.ListAsync(PolicyClient.Assignments + ApiClient.Where(asked)))!["policyId"]);
    }

    [Fact]
    public async Task What_nobody_knows_by_this_id_is_not_listed()
    {
        Assert.Empty(await ada.ListAsync(PolicyClient.Assignments + ApiClient.Where($"{PolicyClient.OfRoles} and roleDefinitionId eq '{ada.Id}'")));
        Assert.Empty(await ada.ListAsync(PolicyClient.Assignments + ApiClient.Where($"{PolicyClient.OfRoles} and policyId eq 'none'")));
    }

    [Fact]
    public async Task Related_rules_are_seen_when_they_are_asked_for()
    {
        var policy = $"{PolicyClient.Policies}/{await ada.PolicyAsync("Security Reader")}";

        Assert.Null((await ada.GetAsync(policy))["rules"]);
        Assert.Equal(17, (await ada.GetAsync($"{policy}?$expand=rules"))["rules"]!.AsArray().Count);
        Assert.Equal(17, (await ada.GetAsync($"{policy}?$expand=effectiveRules"))["effectiveRules"]!.AsArray().Count);
        var both = await ada.GetAsync($"{policy}?%24expand=rules,effectiveRules");
        Assert.Equal(both["rules"]!.ToJsonString(), both["effectiveRules"]!.ToJsonString());
        var all = await ada.GetAsync($"{policy}?$expand=*");
        Assert.Equal((17, 17), (all["rules"]!.AsArray().Count, all["effectiveRules"]!.AsArray().Count));
        Assert.All(
            (await ada.GetAsync($"{policy}?$expand=rules($select=id)"))["rules"]!.AsArray(),
            rule => Assert.Equal(["@odata.type", "id"], rule!.AsObject().Select(member => member.Key)));
        Assert.Equal(["@odata.context", "id", "scopeType"], (await ada.GetAsync($"{policy}?$select=scopetype")).Select(member => member.Key));
    }

    [Fact]
    public async Task A_policy_is_seen_with_its_link()
    {
        var policy = await ada.PolicyAsync("Security Reader");
        var link = $"{PolicyClient.Assignments}/{policy}_{ApiClient.Role("Security Reader")}";

        Assert.Null((await ada.GetAsync(link))["policy"]);
        Assert.Equal(policy, (string?)(await ada.GetAsync($"{link}?$expand=policy"))["policy"]!["id"]);
        Assert.Null((await ada.GetAsync($"{link}?$expand=policy"))["policy"]!["rules"]);
        Assert.Equal(17, (await ada.GetAsync($"{link}?$expand=policy($expand=effectiveRules)"))["policy"]!["effectiveRules"]!.AsArray().Count);
        Assert.Equal(policy, (string?)(await ada.GetAsync($"{link}/policy"))["id"]);
        Assert.Equal(17, (await ada.GetAsync($"{link}/policy?$expand=rules"))["rules"]!.AsArray().Count);
    }

    [Fact]
    public async Task Rules_are_listed_counted_and_found_by_name()
    {
        var policy = $"{PolicyClient.Policies}/{await ada.PolicyAsync("Security Reader")}";

        foreach (var rules in new[] { "rules", "effectiveRules" })
        {
            var listed = await ada.GetAsync($"{policy}/{rules}");
            Assert.EndsWith($"/v1.0/$metadata#policies/roleManagementPolicies('{policy.Split('/')[^1]}')/{rules}", (string)listed["@odata.context"]!, StringComparison.Ordinal);
            Assert.Equal("17", await ada.TextAsync($"{policy}/{rules}/$count"));
            var one = await ada.GetAsync($"{policy}/{rules}/approval_enduser_assignment");
            Assert.EndsWith($"/{rules}/$entity", (string)one["@odata.context"]!, StringComparison.Ordinal);
            one.Remove("@odata.context");
            Assert.Equal(listed["value"]![12]!.ToJsonString(), one.ToJsonString());
            Assert.Single(await ada.ListAsync($"{policy}/{rules}{ApiClient.Where("id eq 'Approval_EndUser_Assignment'")}"));
            await ada.GetAsync($"{policy}/{rules}{ApiClient.Where("startswith(id,'A')")}", HttpStatusCode.BadRequest);
            Assert.Equal("ResourceNotFound", ApiClient.Code(await ada.GetAsync($"{policy}/{rules}/Approval_Admin_Assignment", HttpStatusCode.NotFound)));
        }
    }

    [Fact]
    public async Task Long_lists_come_in_stretches()
    {
        var seen = new List<string>();
        var next = $"{PolicyClient.Assignments}{ApiClient.Where(PolicyClient.OfRoles)}&$top=50&$count=true";
        while (next is not null)
        {
            var page = await ada.GetAsync(next);
            seen.AddRange(page["value"]!.AsArray().Select(link => (string)link!["id"]!));
            next = (string?)page["@odata.nextLink"];
        }

        Assert.Equal((seen.Count, seen.Count), (seen.Distinct().Count(), (int)(await ada.GetAsync($"{PolicyClient.Assignments}{ApiClient.Where(PolicyClient.OfRoles)}&$count=true"))["@odata.count"]!));
        Assert.Equal(seen[2..4], (await ada.ListAsync($"{PolicyClient.Assignments}{ApiClient.Where(PolicyClient.OfRoles)}&$skip=2&$top=2")).Select(link => (string)link!["id"]!));
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("DirectoryRole_{1}_{0}")]
    [InlineData("DirectoryRole_{0}_{2}")]
    [InlineData("Group_{0}_{2}")]
    [InlineData("Group_{0}_2f6a1b0e-7c1d-4c53-9f0a-6b0d3e8a5c11")]
    [InlineData("Role_{1}_{2}")]
    [InlineData("DirectoryRole_{1}_2f6a1b0e-7c1d-4c53-9f0a-6b0d3e8a5c11")]
    public async Task An_id_of_nothing_is_not_found(string form)
    {
        var tenant = (await ada.PolicyAsync("Security Reader")).Split('_')[1];
        var id = string.Format(null, form, ada.Id, tenant, ApiClient.Role("Security Reader"));

        Assert.Equal("ResourceNotFound", ApiClient.Code(await ada.GetAsync($"{PolicyClient.Policies}/{id}", HttpStatusCode.NotFound)));
        await ada.GetAsync($"{PolicyClient.Policies}/{id}/rules", HttpStatusCode.NotFound);
        await ada.GetAsync($"{PolicyClient.Assignments}/{id}_member", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("POST", "")]
    [InlineData("DELETE", "/{policy}")]
    [InlineData("POST", "/{policy}/rules")]
    [InlineData("DELETE", "/{policy}/rules/Expiration_Admin_Eligibility")]
    [InlineData("POST", "/{policy}/effectiveRules")]
    [InlineData("PATCH", "/{policy}/effectiveRules/Expiration_Admin_Eligibility")]
    [InlineData("POST", "Assignments")]
    [InlineData("PATCH", "Assignments/{policy}_member")]
    [InlineData("DELETE", "Assignments/{policy}_member")]
    public async Task What_only_the_metadata_has_is_not_allowed(string method, string path)
    {
        var list = path.StartsWith("Assignments", StringComparison.Ordinal) ? "/v1.0/policies/roleManagementPolicy" : PolicyClient.Policies;
        using var request = new HttpRequestMessage(new HttpMethod(method), list + path.Replace("{policy}", await ada.PolicyAsync("Security Reader")));

        using var response = await ada.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Contains("Request_BadRequest", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
