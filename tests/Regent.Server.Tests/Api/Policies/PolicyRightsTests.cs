using System.Net;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Policies;

/// <summary>Who may see and change what roles and groups demand. Nothing here is about whether it works.</summary>
public sealed class PolicyRightsTests(SampleServer server) : IClassFixture<SampleServer>
{
    private const string Rule = "Expiration_EndUser_Assignment";

    [Fact]
    public async Task Readers_see_and_administrators_change_what_directory_roles_demand()
    {
        var policy = await (await AsAsync("ada")).PolicyAsync("Security Reader");
        foreach (var reader in new[] { "ada", "grace", "edsger" })
        {
            var client = await AsAsync(reader);
            await client.GetAsync($"{PolicyClient.Policies}/{policy}");
            await client.ChangeAsync(policy, Rule, """ "maximumDuration":"PT5H" """, reader == "edsger" ? HttpStatusCode.Forbidden : HttpStatusCode.NoContent);
        }

        var alan = await AsAsync("alan");
        foreach (var path in new[] { $"{PolicyClient.Policies}{ApiClient.Where(PolicyClient.OfRoles)}", $"{PolicyClient.Policies}/{policy}", $"{PolicyClient.Policies}/{policy}/rules", $"{PolicyClient.Policies}/{policy}/rules/{Rule}", $"{PolicyClient.Assignments}/{policy}_{policy.Split('_')[2]}" })
        {
            Assert.Equal("Authorization_RequestDenied", ApiClient.Code(await alan.GetAsync(path, HttpStatusCode.Forbidden)));
        }

        await alan.ChangeAsync(policy, Rule, """ "maximumDuration":"PT5H" """, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Owners_see_and_change_what_their_group_demands()
    {
        var barbara = await AsAsync("barbara");
        var group = await barbara.GroupAsync("Database operators");
        var policy = (string)(await barbara.ListAsync(PolicyClient.Policies + ApiClient.Where(PolicyClient.OfGroup(group))))[0]!["id"]!;

        await barbara.ChangeAsync(policy, Rule, """ "maximumDuration":"PT5H" """);
        foreach (var other in new[] { "alan", "margaret" })
        {
            var client = await AsAsync(other);
            await client.GetAsync(PolicyClient.Policies + ApiClient.Where(PolicyClient.OfGroup(group)), HttpStatusCode.Forbidden);
            await client.GetAsync($"{PolicyClient.Policies}/{policy}", HttpStatusCode.Forbidden);
            await client.ChangeAsync(policy, Rule, """ "maximumDuration":"PT6H" """, HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task A_token_for_groups_does_not_reach_roles_nor_the_other_way_round()
    {
        var ada = await AsAsync("ada");
        var group = await ada.GroupAsync("Database operators");
        var ofRole = await ada.PolicyAsync("Security Reader");
        var ofGroup = (string)(await ada.ListAsync(PolicyClient.Policies + ApiClient.Where(PolicyClient.OfGroup(group))))[0]!["id"]!;
        var forRoles = await WithAsync("RoleManagementPolicy.ReadWrite.Directory");
        var forGroups = await WithAsync("RoleManagementPolicy.ReadWrite.AzureADGroup");
        var readingGroups = await WithAsync("RoleManagementPolicy.Read.AzureADGroup");

        foreach (var (client, reached, other, otherList) in new[]
        {
            (forRoles, ofRole, ofGroup, PolicyClient.OfGroup(group)), (forGroups, ofGroup, ofRole, PolicyClient.OfRoles),
        })
        {
            await client.GetAsync($"{PolicyClient.Policies}/{reached}/rules");
            await client.ChangeAsync(reached, Rule, """ "maximumDuration":"PT7H" """);
            await client.GetAsync($"{PolicyClient.Policies}/{other}/rules", HttpStatusCode.Forbidden);
            await client.GetAsync(PolicyClient.Assignments + ApiClient.Where(otherList), HttpStatusCode.Forbidden);
            await client.ChangeAsync(other, Rule, """ "maximumDuration":"PT7H" """, HttpStatusCode.Forbidden);
        }

        await readingGroups.GetAsync($"{PolicyClient.Policies}/{ofGroup}");
        await readingGroups.ChangeAsync(ofGroup, Rule, """ "maximumDuration":"PT7H" """, HttpStatusCode.Forbidden);
    }

    private async Task<ApiClient> WithAsync(string scope) => new(await server.DelegatedAsync("ada", scope), await server.PersonAsync("ada"));

    private Task<ApiClient> AsAsync(string name) => ApiClient.OfAsync(server, name);
}
