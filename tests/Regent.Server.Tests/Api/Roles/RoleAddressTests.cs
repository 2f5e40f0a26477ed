using System.Net;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Roles;

/// <summary>Each item of directory roles has an address, and so has each thing it refers to.</summary>
public sealed class RoleAddressTests(SampleServer server) : IClassFixture<SampleServer>
{
    private const string Unit = "5a1e0000-0000-4000-8000-000000000003";
    private const string Transitive = "/beta/roleManagement/directory/transitiveRoleAssignments";

    [Fact]
    public async Task Everything_leads_to_what_it_refers_to()
    {
        var (ada, alan) = (await ApiClient.OfAsync(server, "ada"), await ApiClient.OfAsync(server, "alan"));
        var give = ApiClient.Administration("adminAssign", alan.Id, "User Administrator");
        var ask = alan.Activation("User Administrator");
        (give["directoryScopeId"], ask["directoryScopeId"]) = ($"/administrativeUnits/{Unit}", $"/administrativeUnits/{Unit}");
        var eligibility = (string)(await ada.PostAsync(ApiClient.EligibilityRequests, give))["id"]!;
        await alan.PostAsync(ApiClient.AssignmentRequests, ask);
        string[] sets =
        [
            ApiClient.EligibilityInstances, ApiClient.EligibilityRequests, ApiClient.EligibilitySchedules, ApiClient.RoleAssignments, Transitive,
            ApiClient.AssignmentInstances, ApiClient.AssignmentRequests, ApiClient.AssignmentSchedules,
        ];
        foreach (var set in sets)
        {
            var item = Assert.Single(await ada.ListAsync(
                set + ApiClient.Where($"principalId eq '{alan.Id}' and directoryScopeId eq '/administrativeUnits/{Unit}'")))!;
            var address = $"{set}/{item["id"]}";

            Assert.Equal(item["id"]!.ToString(), (await ada.GetAsync(address))["id"]!.ToString());
            Assert.Equal(alan.Id, await IdAsync($"{address}/principal"));
            Assert.Equal(ApiClient.Role("User Administrator"), await IdAsync($"{address}/roleDefinition"));
            Assert.Equal(Unit, await IdAsync($"{address}/directoryScope"));
            await ada.GetAsync($"{address}/appScope", HttpStatusCode.NotFound);
            if (set.Contains("roleAssignmentSchedule", StringComparison.Ordinal))
            {
                Assert.Contains(eligibility, (await ada.GetAsync($"{address}/activatedUsing")).ToJsonString(), StringComparison.Ordinal);
            }
        }

        async Task<string?> IdAsync(string address) => (string?)(await ada.GetAsync(address))["id"];
    }
}
